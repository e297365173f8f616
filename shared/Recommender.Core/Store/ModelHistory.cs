using System.Text.Json;

namespace Recommender.Core.Store;

/// <summary>history.jsonl of a model: append-only, each line durable before what it tells of is done.</summary>
static class ModelHistory
{
    public const string FileName = "history.jsonl";

    /// <summary>All entries, oldest first.</summary>
    public static IReadOnlyList<HistoryEntry> Read(string model) =>
        [.. DurableLines.Read(PathIn(model)).Select((line, at) => Parse(line, $"{PathIn(model)} line {at + 1}"))];

    public static void Append(string model, HistoryEntry entry) => DurableLines.Append(PathIn(model), entry.ToJson());

    /// <summary>The versions that an alias pointed at, the present one last: a promotion adds one, a rollback takes off.</summary>
    public static IReadOnlyList<int> Trail(IEnumerable<HistoryEntry> history, string alias)
    {
        var trail = new List<int>();
        foreach (var entry in history.Where(entry => entry.Alias == alias))
        {
            var back = entry.Action == HistoryAction.Rollback ? trail.LastIndexOf(entry.Version) : -1;
            if (back >= 0) trail.RemoveRange(back + 1, trail.Count - back - 1);
            else trail.Add(entry.Version);
        }
        return trail;
    }

    /// <summary>Where each alias stands after the last line that moved it.</summary>
    public static SortedDictionary<string, int> Aliases(IEnumerable<HistoryEntry> history)
    {
        var aliases = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in history.Where(entry => entry.Alias is not null)) aliases[entry.Alias!] = entry.Version;
        return aliases;
    }

    static HistoryEntry Parse(string line, string place)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, HistoryJson.Default.HistoryEntry) is { Who: not null, Version: > 0 } entry) return entry;
        }
        catch (JsonException)
        {
            // Said below: a history with a hole would answer wrongly who made what live.
        }
        throw new UserErrorException($"{place} is not an entry of a model's history. Put back the file from a backup.");
    }

    static string PathIn(string model) => Path.Combine(model, FileName);
}
