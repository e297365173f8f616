using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>A hidden folder in which a snapshot is written; disposed without being published it is gone.</summary>
public sealed class StagingFolder : IDisposable
{
    readonly string _dataset;

    internal StagingFolder(string dataset)
    {
        _dataset = dataset;
        DurableFolder.Create(dataset);
        Path = StagingName.Next(dataset);
        WriteFailure.Explain(dataset, () => Directory.CreateDirectory(Path));
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether that file was written already.</summary>
    public bool Has(string name) => System.IO.File.Exists(File(name));

    /// <summary>The files written so far with size and hash, hashed in parallel; <paramref name="rows"/> gives the rows of each table by file name.</summary>
    public IReadOnlyList<SnapshotFile> Describe(IReadOnlyDictionary<string, long> rows, CancellationToken cancellationToken) =>
        SnapshotFiles.Describe(Path, rows, cancellationToken);

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        // A first import that failed leaves no empty folder behind: of its dataset, its tenant, the data.
        for (var (folder, above) = (_dataset, 0); above < 3 && IsEmpty(folder); folder = System.IO.Path.GetDirectoryName(folder)!, above++) Directory.Delete(folder);
    }

    static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
}
