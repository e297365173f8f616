using Recommender.Worker.Access;

namespace Recommender.Worker.Grpc.Calls;

/// <summary>A method of a service: where it is called, what the caller must be allowed, and what runs.</summary>
/// <param name="Path">As in <c>/recommender.v1.Recommender/Recommend</c>.</param>
/// <param name="Scope">The scope that the caller needs; null for a method that is open to everybody.</param>
/// <param name="RunAsync">Reads the call's messages and writes its answers.</param>
sealed record Method(string Path, Scope? Scope, Func<Call, Task> RunAsync)
{
    /// <summary>Whether one side sends as many messages as it wants, for as long as it wants.</summary>
    public bool IsStream { get; init; }
}
