namespace Recommender.Core.Baskets.Bundles;

/// <summary>The bundles proposed.</summary>
/// <param name="Bundles">The best, in the order asked for.</param>
/// <param name="Considered">Frequent itemsets of two items and more that were looked at.</param>
/// <param name="OfVariants">Those left out because they hold two variants of one thing.</param>
/// <param name="BelowFloor">Those left out because even the full price leaves less than the floor of the margin.</param>
/// <param name="Cut">Which limit ended the search, and where; null when it is whole.</param>
public sealed record BundleResult(IReadOnlyList<Bundle> Bundles, long Considered, long OfVariants, long BelowFloor, string? Cut);
