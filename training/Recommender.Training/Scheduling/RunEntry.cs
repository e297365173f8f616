using System.Text.Json.Serialization;

namespace Recommender.Training.Scheduling;

/// <summary>A line of the run log: one attempt, or times that were passed over (attempt 0; due is the last of them).</summary>
sealed record RunEntry
{
    public string? RunId { get; init; }

    public required string Pipeline { get; init; }

    /// <summary>The time of the table it stands for.</summary>
    public required DateTimeOffset Due { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Ended { get; init; }

    public required int Attempt { get; init; }

    public required RunEnd Outcome { get; init; }

    public string? Model { get; init; }

    public int? Version { get; init; }

    public int? ExitCode { get; init; }

    public string? Message { get; init; }

    /// <summary>Whether it was due by the times of looking for drift, and what was examined then; null for the pipeline's own times.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Drift { get; init; }

    /// <summary>One line for people: the outcome, the version, the reason.</summary>
    [JsonIgnore]
    public string Summary =>
        $"{Outcome.ToString().ToLowerInvariant()}{(Version is { } version ? $", {Model} version {version}" : "")}{(Message is null ? "" : $": {Message}")}";
}
