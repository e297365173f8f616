namespace Recommender.Storage.Snapshots;

/// <summary>One published snapshot: an immutable folder with its manifest.</summary>
public sealed class SnapshotFolder
{
    SnapshotFolder(string path, SnapshotManifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>What it holds and where it came from.</summary>
    public SnapshotManifest Manifest { get; }

    /// <summary>The folder's name, which sorts by time.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The purchase lines.</summary>
    public string Purchases => File("purchases.parquet");

    /// <summary>Returns and cancellations.</summary>
    public string Returns => File("returns.parquet");

    /// <summary>The catalogue.</summary>
    public string Items => File("items.parquet");

    /// <summary>The customers' attributes.</summary>
    public string Customers => File("customers.parquet");

    /// <summary>The source rows that could not be used.</summary>
    public string Rejects => File("rejects.parquet");

    /// <summary>The scan of the data.</summary>
    public string Profile => File("profile.json");

    /// <summary>Reads the snapshot in <paramref name="path"/>.</summary>
    public static SnapshotFolder Read(string path) => new(System.IO.Path.GetFullPath(path), SnapshotManifest.Read(path));

    string File(string name) => System.IO.Path.Combine(Path, name);
}
