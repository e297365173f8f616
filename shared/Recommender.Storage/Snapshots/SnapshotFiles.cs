using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>The files of a snapshot's folder as the manifest lists them.</summary>
static class SnapshotFiles
{
    public static IReadOnlyList<SnapshotFile> Describe(string folder, IReadOnlyDictionary<string, long> rows, CancellationToken cancellationToken) =>
        [.. Directory.GetFiles(folder)
            .Where(path => Path.GetFileName(path) is var name && name[0] != '.' && name != SnapshotManifest.FileName)
            .AsParallel().WithCancellation(cancellationToken)
            .Select(path => DescribeOne(path, rows, cancellationToken))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];

    static SnapshotFile DescribeOne(string path, IReadOnlyDictionary<string, long> rows, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        return new(name, rows.TryGetValue(name, out var count) ? count : null, new FileInfo(path).Length, FileHash.Of(path, cancellationToken));
    }
}
