using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>Holds a snapshot's folder against its manifest.</summary>
static class SnapshotCheck
{
    /// <summary>Whether the folder holds the snapshot of that hash with every file as it was written.</summary>
    public static bool IsWhole(string folder, string hash)
    {
        try
        {
            var manifest = SnapshotManifest.Read(folder);
            return manifest.Hash == hash && SnapshotHash.Of(manifest) == hash
                && manifest.Files.AsParallel().All(file => Fault(folder, file, CancellationToken.None) is null);
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with one file, or null.</summary>
    public static string? Fault(string folder, SnapshotFile file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path)) return "is missing";

        var bytes = new FileInfo(path).Length;
        if (bytes != file.Bytes) return $"has {bytes} bytes instead of {file.Bytes}";

        return FileHash.Of(path, cancellationToken) == file.Sha256 ? null : "was changed: its SHA-256 differs from the manifest";
    }
}
