using System.Text.Json.Nodes;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>step.json: which step it was, how long it took, the hash of each file that it wrote, and what it found out.</summary>
sealed record StepDocument
{
    public required string Step { get; init; }

    public required double Seconds { get; init; }

    /// <summary>SHA-256 by the file's path in the folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required JsonObject Result { get; init; }
}
