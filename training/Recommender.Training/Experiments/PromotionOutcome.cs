using Recommender.Core.Evaluation.Gates;

namespace Recommender.Training.Experiments;

/// <summary>What became of a promotion: whether the alias was moved, whether gates were overruled, and what each said.</summary>
sealed record PromotionOutcome(PromotionRequest Request, bool IsPromoted, IReadOnlyList<GateVerdict> Gates)
{
    /// <summary>Whether it went live although a gate refused it.</summary>
    public bool IsForced => IsPromoted && Gates.Any(gate => !gate.Passed);

    /// <summary>Every refusal in a line of its own words.</summary>
    public string Refusals => string.Join("; ", Gates.Where(gate => !gate.Passed).Select(gate => $"{gate.Name}: {gate.Sentence}"));
}
