using System.Text.Json;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;

namespace Recommender.Tests.Storage.Snapshots;

/// <summary>A home with a dataset into which small snapshots of plain bytes are published; nothing here needs a database.</summary>
sealed class DraftSnapshot : IDisposable
{
    static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly TemporaryFolder _folder = new();
    int _minutes;

    public DraftSnapshot()
    {
        Home = HomeFolder.Open(_folder.Path);
        Dataset = Home.Dataset("default", "retail");
        Writer = WriterLock.Acquire(Home, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
    }

    public HomeFolder Home { get; }

    public DatasetFolder Dataset { get; }

    public WriterLock Writer { get; }

    public Publication Publish(string content, string options = "{}")
    {
        using var staging = Dataset.CreateStaging(Writer);
        File.WriteAllText(staging.File("purchases.parquet"), content);
        File.WriteAllText(staging.File("profile.json"), "{}");
        var files = staging.Describe(new Dictionary<string, long> { ["purchases.parquet"] = 1 }, CancellationToken.None);
        return Dataset.Publish(staging, Manifest(options).Sealed(files), Writer);
    }

    public SnapshotManifest Manifest(string options = "{}") => new()
    {
        Tenant = "default",
        Dataset = "retail",
        Created = Start.AddMinutes(_minutes++),
        RowsRead = 3,
        Counts = new() { ["rejected"] = 2, ["kept"] = 1 },
        Lines = 1,
        Baskets = 1,
        Customers = 1,
        Items = 1,
        Pairs = 1,
        From = Start,
        To = Start,
        Source = new("csv", [new("a.csv", 10, new string('0', 64))]),
        Options = JsonElement.Parse(options),
    };

    public void Dispose()
    {
        Writer.Dispose();
        _folder.Dispose();
    }
}
