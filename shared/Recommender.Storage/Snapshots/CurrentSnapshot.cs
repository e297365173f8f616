using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>What current.json says: the folder that readers take, and those that were current before it, latest first.</summary>
sealed record CurrentSnapshot(string Current, IReadOnlyList<string> Previous)
{
    public const string FileName = "current.json";

    /// <summary>Reads the pointer of a dataset's folder; null when nothing was published there yet.</summary>
    public static CurrentSnapshot? Read(string dataset)
    {
        var path = Path.Combine(dataset, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), SnapshotJson.Default.CurrentSnapshot) is { Current.Length: > 0, Previous: not null } pointer)
                return pointer;
        }
        catch (JsonException)
        {
            // Reported below, like a document without its fields.
        }
        throw new UserErrorException($"{path} is damaged. {SnapshotCure.PutBack}");
    }

    /// <summary>Moves the pointer in one step: readers see the old one or the new one.</summary>
    public void Write(string dataset) => DurableFile.Write(
        Path.Combine(dataset, FileName), JsonSerializer.Serialize(this, SnapshotJson.Default.CurrentSnapshot) + "\n");

    /// <summary>The pointer after <paramref name="folder"/> is made current.</summary>
    public static CurrentSnapshot After(CurrentSnapshot? before, string folder) => before is null
        ? new(folder, [])
        : before.Current == folder ? before : new(folder, [before.Current, .. before.Previous.Where(name => name != folder)]);

    /// <summary>The pointer after a snapshot got another folder; each folder is named once.</summary>
    public CurrentSnapshot Renamed(string from, string to)
    {
        var current = Current == from ? to : Current;
        return new(current, [.. Previous.Select(name => name == from ? to : name).Where(name => name != current).Distinct()]);
    }
}
