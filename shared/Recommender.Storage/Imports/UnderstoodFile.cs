namespace Recommender.Storage.Imports;

/// <summary>A file and how it is written.</summary>
public sealed record UnderstoodFile(string Table, string Name, string Description);
