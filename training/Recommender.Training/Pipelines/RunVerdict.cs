using Recommender.Core.Evaluation.Gates;

namespace Recommender.Training.Pipelines;

/// <summary>Whether the version of a run is live now, and what the gates said; no verdicts where none were asked.</summary>
sealed record RunVerdict(bool IsPromoted, bool IsNew, IReadOnlyList<GateVerdict> Verdicts)
{
    /// <summary>Why it is not live; null when it is.</summary>
    public string? Refusal { get; init; }
}
