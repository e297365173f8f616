using Microsoft.Extensions.Primitives;
using Recommender.Core;
using Recommender.Engine.Pool;
using Recommender.Worker.Grpc.Wire;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>What a client is told of a failure: its own mistakes in their own words, ours without a word about what is inside.</summary>
static class CallFailure
{
    const string Ours = "The worker failed at this call; its log says why. Try again, and tell the shop's operator when it stays.";

    /// <summary>The status and the message; those of refusals in the language that the client takes.</summary>
    public static (StatusCode Status, string Message) Of(Exception failure, StringValues languages) => failure switch
    {
        CallException known => (known.Status, known.Message),
        ProblemException { Problem: var problem } => ((StatusCode)problem.Code.Grpc, Catalogue.Accepted(languages).Say(problem).Message),
        NoModelException nothing => (StatusCode.Unavailable, nothing.Message),
        UserErrorException mistake => (StatusCode.InvalidArgument, mistake.Message),
        _ => (StatusCode.Internal, Ours),
    };
}
