using System.Text.Json;

namespace Recommender.Core.Store;

/// <summary>One line of history.jsonl: who did what to which version, when, and why. Lines are added, never changed.</summary>
public sealed record HistoryEntry
{
    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>What.</summary>
    public required HistoryAction Action { get; init; }

    /// <summary>Which version it is about.</summary>
    public required int Version { get; init; }

    /// <summary>The alias that was moved.</summary>
    public string? Alias { get; init; }

    /// <summary>Where the alias pointed before; null when it was new.</summary>
    public int? From { get; init; }

    /// <summary>Why.</summary>
    public string? Why { get; init; }

    /// <summary>True where the gates said no and were overruled.</summary>
    public bool? Forced { get; init; }

    /// <summary>What the gates said.</summary>
    public IReadOnlyList<string>? Gates { get; init; }

    /// <summary>The line as it stands in the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HistoryJson.Default.HistoryEntry);

    internal static HistoryEntry Of(HistoryAction action, int version, HistoryNote note) => new()
    {
        At = note.At, Who = note.Who, Action = action, Version = version, Why = note.Why, Forced = note.IsForced ? true : null, Gates = note.Gates,
    };
}
