namespace Recommender.Storage.Sources.Mapping;

/// <summary>A left join: for each column pair, what is joined so far equals the column of <see cref="File"/>.</summary>
public sealed record JoinMapping(string File, IReadOnlyDictionary<string, string> On);
