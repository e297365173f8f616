namespace Recommender.Core.Store;

/// <summary>Who changes a model, when, and why.</summary>
public sealed record HistoryNote(string Who, DateTime At, string? Why = null)
{
    /// <summary>What the gates said, a sentence each; null where none were asked.</summary>
    public IReadOnlyList<string>? Gates { get; init; }

    /// <summary>Whether the gates said no and were overruled.</summary>
    public bool IsForced { get; init; }
}
