namespace Recommender.Storage.Imports;

/// <summary>A canonical column and where it comes from.</summary>
public sealed record UnderstoodColumn(string Table, string Column, string From);
