namespace Recommender.Storage.Generation.Beauty;

/// <summary>Two items bought together more often than chance, by a known factor.</summary>
sealed record BeautyPair(string Strength, double Lift, CatalogueItem A, CatalogueItem B);
