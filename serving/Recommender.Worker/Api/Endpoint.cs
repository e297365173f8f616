using System.Text.Json.Nodes;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>An endpoint: what it is called, what the reference says of it, and how it answers.</summary>
/// <param name="Method">GET also answers HEAD.</param>
/// <param name="Path">The path, with its parameters as in <c>{id}</c>.</param>
/// <param name="Answer">Answers a call.</param>
sealed record Endpoint(string Method, string Path, Func<ApiCall, Task> Answer)
{
    /// <summary>Its name in the reference, unique.</summary>
    public required string Name { get; init; }

    /// <summary>The part of the reference that it stands in.</summary>
    public required string Group { get; init; }

    /// <summary>What it does, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>What a developer must know of it.</summary>
    public required string Text { get; init; }

    /// <summary>What a token must be allowed.</summary>
    public Scope Scope { get; init; } = Scope.Score;

    /// <summary>Its parameters in path and query.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The largest body in bytes.</summary>
    public long Largest { get; init; } = BodyLimit.Usual;

    /// <summary>The schema of the body; null where there is none.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>A body to try it with.</summary>
    public string? Example { get; init; }

    /// <summary>The schema of its answer.</summary>
    public required JsonObject Answered { get; init; }

    /// <summary>Other paths that lead here.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The codes of the refusals that are its own, beside those that every endpoint has.</summary>
    public IReadOnlyList<ProblemCode> Refusals { get; init; } = [];
}
