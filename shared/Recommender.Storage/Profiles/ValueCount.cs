namespace Recommender.Storage.Profiles;

/// <summary>A value and how often it stands in its column.</summary>
public sealed record ValueCount(string Value, long Count);
