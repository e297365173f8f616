namespace Recommender.Storage.Forgetting;

/// <summary>One snapshot that was rewritten: its hashes before and after, and the rows taken out of each table.</summary>
public sealed record ForgottenSnapshot(string Dataset, string OldHash, string NewHash, OrderedDictionary<string, long> RowsRemoved);
