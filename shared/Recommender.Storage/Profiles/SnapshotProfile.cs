using System.Text.Json;

namespace Recommender.Storage.Profiles;

/// <summary>The scan of a snapshot: profile.json. Nothing in it names a customer.</summary>
public sealed record SnapshotProfile
{
    public const string FileName = "profile.json";

    /// <summary>The source as it was read, before any cleaning.</summary>
    public required SourceProfile Source { get; init; }

    /// <summary>Lines in each fate, in cleaning order.</summary>
    public required OrderedDictionary<string, long> Counts { get; init; }

    /// <summary>What the owner of the data should know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public BasketProfile Baskets { get; init; } = new();

    /// <summary>Each table's columns, by table.</summary>
    public OrderedDictionary<string, TableProfile> Tables { get; init; } = [];

    /// <summary>Lines, orders and revenue by month.</summary>
    public IReadOnlyList<MonthProfile> Months { get; init; } = [];

    public static SnapshotProfile Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), ProfileJson.Default.SnapshotProfile)
        ?? throw new Core.UserErrorException($"{path} is empty: import the data again.");

    public string ToJson() => JsonSerializer.Serialize(this, ProfileJson.Default.SnapshotProfile);

    public void Write(string path) => File.WriteAllText(path, $"{ToJson()}\n");
}
