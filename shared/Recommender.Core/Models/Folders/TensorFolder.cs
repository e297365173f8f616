using System.Text.Json;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>A folder of safetensors files under a manifest: written whole or not at all, and each file held against its hash when it is opened.</summary>
static class TensorFolder
{
    /// <summary>Writes the files into <paramref name="folder"/>, which must not exist or be empty, and the manifest with their hashes last.</summary>
    public static void Write(string folder, ModelManifest manifest, IReadOnlyDictionary<string, TensorWriter> tensors, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(folder);
        ModelFolder.CheckThatItIsFree(path);
        var parent = Path.GetDirectoryName(path) ?? throw new UserErrorException($"A model cannot be written to {path}; name a folder below it.");
        DurableFolder.Create(parent);
        var staging = StagingName.Next(parent);
        try
        {
            WriteFailure.Explain(parent, () => Directory.CreateDirectory(staging));
            foreach (var (name, file) in tensors) file.Save(Path.Combine(staging, name));
            var files = tensors.Keys.Order(StringComparer.Ordinal)
                .Select(name => new ModelFile(name, new FileInfo(Path.Combine(staging, name)).Length, FileHash.Of(Path.Combine(staging, name), cancellationToken)));
            DurableFile.Write(Path.Combine(staging, ModelManifest.FileName), JsonSerializer.Serialize(manifest with { Files = [.. files] }, ModelJson.Default.ModelManifest) + "\n");
            if (Directory.Exists(path)) Directory.Delete(path);
            DurableFolder.Publish(staging, path);
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Holds every file of the manifest against its size and hash, then maps those named, in that order.</summary>
    public static IReadOnlyList<TensorReader> Open(string folder, ModelManifest manifest, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var file in manifest.Files) Check(Path.Combine(folder, file.Name), file, cancellationToken);

        var readers = new List<TensorReader>();
        try
        {
            foreach (var name in names) readers.Add(TensorReader.Open(Path.Combine(folder, name)));
            return readers;
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }

    static void Check(string path, ModelFile file, CancellationToken cancellationToken)
    {
        var problem = !File.Exists(path) ? "is missing"
            : new FileInfo(path).Length != file.Bytes ? $"has {new FileInfo(path).Length} bytes instead of {file.Bytes}"
            : FileHash.Of(path, cancellationToken) != file.Sha256 ? "is not what was written: its hash differs"
            : null;
        if (problem is not null) throw new UserErrorException($"{path} {problem}. Train the model again or put it back from a backup.");
    }
}
