namespace Recommender.Core.Baskets.Bundles;

/// <summary>What the offer does to the shop, for every 1,000 baskets. Formulas are on <see cref="BundleFinder"/>.</summary>
/// <param name="BoughtAnyway">Cannibalisation: the share of the baskets with any part that have all of them without an offer.</param>
/// <param name="GivenAway">Revenue that the discount gives away to those who buy all parts anyway; null where a price is unknown.</param>
/// <param name="BreakEven">By how many percent joint purchases must rise for the offer to pay; null where no rise does, or a price or cost is unknown.</param>
/// <param name="ExtraMargin">The margin that the offer adds if joint purchases rise as expected; null where a price or cost is unknown.</param>
public readonly record struct BundleEffect(double BoughtAnyway, double? GivenAway, double? BreakEven, double? ExtraMargin);
