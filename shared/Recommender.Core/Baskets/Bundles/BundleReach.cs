namespace Recommender.Core.Baskets.Bundles;

/// <summary>Whom the offer could win.</summary>
/// <param name="Baskets">Baskets with some of the parts, but not all.</param>
/// <param name="Customers">Customers who bought some of the parts at some time, but not all; null where customers are unknown.</param>
public readonly record struct BundleReach(int Baskets, int? Customers);
