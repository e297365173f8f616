namespace Recommender.Core.Models;

/// <summary>One purchase that speaks for a recommendation, with its share of the score in the model's own unit.</summary>
public readonly record struct Reason(int Item, float Weight);
