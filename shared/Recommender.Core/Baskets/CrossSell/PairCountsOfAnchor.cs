namespace Recommender.Core.Baskets.CrossSell;

/// <summary>
/// Takes the partners of one anchor with the baskets they share, and what these weigh where baskets have weights. Spans are good during
/// the call only.
/// </summary>
public delegate void PairCountsOfAnchor(int anchor, ReadOnlySpan<int> partners, ReadOnlySpan<int> counts, ReadOnlySpan<double> sums);
