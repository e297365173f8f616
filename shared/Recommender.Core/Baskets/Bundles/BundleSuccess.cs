namespace Recommender.Core.Baskets.Bundles;

/// <summary>The probability that who takes the lead item takes the whole bundle: the share of the lead's baskets that have all parts.</summary>
/// <param name="Lead">The part that stands in most baskets.</param>
/// <param name="Share">Baskets with all parts / baskets with the lead.</param>
/// <param name="Low">Where its 95 % interval begins (Wilson).</param>
/// <param name="High">Where its 95 % interval ends.</param>
public readonly record struct BundleSuccess(int Lead, double Share, double Low, double High);
