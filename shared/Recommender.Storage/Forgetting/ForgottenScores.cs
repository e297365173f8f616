namespace Recommender.Storage.Forgetting;

/// <summary>One file of scores that was rewritten: its path below the tenant's scores, its hashes before and after, and the rows taken out.</summary>
public sealed record ForgottenScores(string File, string OldHash, string NewHash, long RowsRemoved);
