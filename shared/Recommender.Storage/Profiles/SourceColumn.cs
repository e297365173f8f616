namespace Recommender.Storage.Profiles;

/// <summary>One column of the source: what it became, how often it is blank, how many texts it holds.</summary>
public sealed record SourceColumn(string Name, string? Canonical, long Blank, long? Distinct);
