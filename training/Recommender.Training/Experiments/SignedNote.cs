using Recommender.Core.Store;

namespace Recommender.Training.Experiments;

/// <summary>A line of a model's history, signed by the user who runs this process.</summary>
static class SignedNote
{
    public static HistoryNote Of(TimeProvider clock, string? why = null) =>
        new(Environment.UserName is { Length: > 0 } user ? user : "unknown", clock.GetUtcNow().UtcDateTime, why);
}
