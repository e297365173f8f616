using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>A folder of safetensors files under a manifest: written whole or not at all, and each file held against its hash when it is opened.</summary>
static class TensorFolder
{
    /// <summary>Writes the files into <paramref name="folder"/>, which must not exist or be empty, and the manifest with their hashes last.</summary>
    public static void Write(string folder, ModelManifest manifest, Func<string, IReadOnlyList<ModelFile>> fill, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(folder);
        ModelFolder.CheckThatItIsFree(path);
        var parent = Path.GetDirectoryName(path) ?? throw new UserErrorException($"A model cannot be written to {path}; name a folder below it.");
        DurableFolder.Create(parent);
        var staging = StagingName.Next(parent);
        try
        {
            WriteFailure.Explain(parent, () => Directory.CreateDirectory(staging));
            ManifestFile.Seal(staging, manifest, fill(staging), cancellationToken);
            if (Directory.Exists(path)) Directory.Delete(path);
            DurableFolder.Publish(staging, path);
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Writes the files into a folder that somebody else will seal, and says their sizes and hashes.</summary>
    public static IReadOnlyList<ModelFile> Fill(string folder, IReadOnlyDictionary<string, TensorWriter> tensors) =>
        [.. tensors.Select(file => file.Value.Save(Path.Combine(folder, file.Key)))];

    /// <summary>Holds every file of the manifest against its size and hash, then maps those named, in that order.</summary>
    public static IReadOnlyList<TensorReader> Open(SealedFolder folder, IReadOnlyList<string> names, VerifiedFiles? known, CancellationToken cancellationToken)
    {
        folder.MustName(names);
        folder.Demand(known, cancellationToken);
        var readers = new List<TensorReader>();
        try
        {
            foreach (var name in names) readers.Add(TensorReader.Open(Path.Combine(folder.Path, name)));
            return readers;
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }
}
