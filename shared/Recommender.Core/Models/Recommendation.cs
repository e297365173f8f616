namespace Recommender.Core.Models;

/// <summary>An item with its score.</summary>
public readonly record struct Recommendation(int Item, float Score);
