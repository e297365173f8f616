namespace Recommender.Engine.Filters;

/// <summary>A part of a filter that an item does not meet.</summary>
/// <param name="Term">The part, as it was written.</param>
/// <param name="Values">What the item has of each attribute that the part names; null where it has none.</param>
public sealed record FilterFailure(string Term, IReadOnlyList<KeyValuePair<string, string?>> Values);
