namespace Recommender.Storage.Homes;

/// <summary>What home.json holds.</summary>
sealed record HomeDocument(int Format);
