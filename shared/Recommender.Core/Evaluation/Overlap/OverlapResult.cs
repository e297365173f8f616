using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation.Overlap;

/// <summary>How much the lists of two models have in common.</summary>
/// <param name="Length">The length of the lists.</param>
/// <param name="Common">How many customers both models know.</param>
/// <param name="Asked">How many of them were asked.</param>
/// <param name="Share">The mean share of a list that stands in both, with its interval.</param>
/// <param name="Changed">The customers whose lists changed most, the most changed first.</param>
public sealed record OverlapResult(int Length, int Common, int Asked, Measurement Share, IReadOnlyList<ListChange> Changed);
