namespace Recommender.Storage.Generation.Distributor;

/// <summary>Parts that are used up together, for instance bearing, seal, belt and grease: each other's basket partners.</summary>
sealed record PartKit(int Industry, CatalogueItem[] Items);
