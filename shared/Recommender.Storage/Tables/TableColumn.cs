namespace Recommender.Storage.Tables;

/// <summary>A column of a table that is written for others.</summary>
/// <param name="Name">Its heading: lower-case letters, digits and underscores.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record TableColumn(string Name, CellKind Kind);
