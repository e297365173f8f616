using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Store;

namespace Recommender.Core.Evaluation.Gates;

/// <summary>What gates judge by.</summary>
/// <param name="Version">The version that wants to go live.</param>
/// <param name="Evaluation">Its stored evaluation, the recipe first and the baseline second; null when it has none.</param>
/// <param name="Rival">What it must not be worse than; null when that alias points nowhere yet.</param>
public sealed record GateEvidence(SealedFolder Version, EvaluationResult? Evaluation, GateRival? Rival)
{
    /// <summary>How the paired intervals are found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
