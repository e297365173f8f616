namespace Recommender.Core.Baskets.Bundles;

/// <summary>How many bundles can be made.</summary>
/// <param name="Bundles">Units in stock of the scarcest part; null where no part's stock is known. Where <paramref name="Unknown"/> is not 0 it is an upper bound.</param>
/// <param name="Scarcest">The scarcest of the parts whose stock is known; null where none is.</param>
/// <param name="Unknown">Parts whose stock is unknown.</param>
public readonly record struct BundleStock(long? Bundles, int? Scarcest, int Unknown);
