namespace Recommender.Storage.Homes;

/// <summary>One person who must not come back: the keyed hash of the id, whether removal is done, and when that was written.</summary>
public sealed record Suppression(string Customer, SuppressionState State, DateTime At);
