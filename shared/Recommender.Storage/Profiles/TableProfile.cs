namespace Recommender.Storage.Profiles;

/// <summary>One table of a snapshot.</summary>
public sealed record TableProfile(long Rows, IReadOnlyList<ColumnProfile> Columns);
