using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>Refusals that only these endpoints have.</summary>
static class ApiCodes
{
    const int FailedPrecondition = 9, UnavailableThere = 14;

    /// <summary>The insight that answers this is not computed here yet.</summary>
    public static readonly ProblemCode InsightNotReady = new("INSIGHT_NOT_READY", 503, UnavailableThere);

    /// <summary>The gates of a version do not let it go live.</summary>
    public static readonly ProblemCode GatesRefused = new("GATES_REFUSED", 409, FailedPrecondition);
}
