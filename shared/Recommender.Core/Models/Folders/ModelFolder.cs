using System.Text.Json;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>A trained model as a folder: manifest.json, model.safetensors, items.safetensors and customers.safetensors. Written whole or not at all.</summary>
public static class ModelFolder
{
    const string ModelName = "model.safetensors";
    const string ItemsName = "items.safetensors";
    const string CustomersName = "customers.safetensors";

    /// <summary>Writes the model into <paramref name="folder"/>, which must not exist or be empty.</summary>
    public static void Write(string folder, TrainedModel trained, ModelManifest manifest, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(folder);
        CheckThatItIsFree(path);
        var parent = Path.GetDirectoryName(path) ?? throw new UserErrorException($"A model cannot be written to {path}; name a folder below it.");
        DurableFolder.Create(parent);
        var staging = StagingName.Next(parent);
        try
        {
            WriteFailure.Explain(parent, () => Directory.CreateDirectory(staging));
            WriteTensors(staging, trained);
            var files = new[] { CustomersName, ItemsName, ModelName }
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

    /// <summary>Refuses a folder that holds anything, before a training run is spent on it.</summary>
    public static void CheckThatItIsFree(string folder)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above)) throw new UserErrorException($"{above} is a file, so {folder} cannot be a folder below it. Name another with --out.");
        }
        if (File.Exists(folder)) throw new UserErrorException($"{folder} is a file; a model needs a folder of its own. Name another with --out.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UserErrorException($"{folder} is not empty; a model is never written over. Name another with --out, or remove it.");
    }

    /// <summary>Opens a folder that <see cref="Write"/> wrote: every file is held against its hash, then mapped.</summary>
    public static OpenedModel Open(string folder, CancellationToken cancellationToken)
    {
        var manifest = ReadManifest(folder);
        foreach (var file in manifest.Files) Check(Path.Combine(folder, file.Name), file, cancellationToken);

        var files = new List<TensorReader>();
        try
        {
            files.AddRange(new[] { ModelName, ItemsName, CustomersName }.Select(name => TensorReader.Open(Path.Combine(folder, name))));
            var trained = new TrainedModel(ModelCodec.Read(files[0]), VocabularyTensors.Read(files[1].Scope("items")),
                VocabularyTensors.Read(files[2].Scope("hashes")), BasketTensors.Read(files[2].Scope("histories")), manifest.Now);
            return trained.Model.Kind == manifest.Trainer && trained.Items.Count == trained.Model.ItemCount && trained.CustomerHashes.Count == trained.Histories.Customers ? new(manifest, trained, files)
                : throw new UserErrorException($"The files of {folder} do not belong together. Train the model again or put it back from a backup.");
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>Reads only the manifest.</summary>
    public static ModelManifest ReadManifest(string folder)
    {
        var path = Path.Combine(folder, ModelManifest.FileName);
        if (!File.Exists(path)) throw new UserErrorException($"{folder} is no model's folder: it has no {ModelManifest.FileName}. Train one: recommender train --dataset <name> --trainer ease --out {folder}.");

        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ModelJson.Default.ModelManifest);
            return manifest is { Format: ModelManifest.CurrentFormat } && IsWhole(manifest) ? manifest
                : manifest is { Format: ModelManifest.CurrentFormat } or null ? throw new JsonException("A field is missing.")
                : throw new UserErrorException($"{path} has the format {manifest.Format}; this version reads {ModelManifest.CurrentFormat}. Use the version that wrote it, or train again.");
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{path} is damaged. Train the model again or put it back from a backup.", e);
        }
    }

    // The serializer lets null through where a field says null, and names of files are not to lead elsewhere.
    static bool IsWhole(ModelManifest manifest) => manifest is { Trainer: not null, Options: not null, Dataset: not null, Snapshot: not null, Files: not null }
        && new[] { CustomersName, ItemsName, ModelName }.SequenceEqual(manifest.Files.Select(file => file.Name).Order(StringComparer.Ordinal));

    static void WriteTensors(string folder, TrainedModel trained)
    {
        var model = new TensorWriter();
        ModelCodec.Write(trained.Model, model);
        model.Save(Path.Combine(folder, ModelName));

        var items = new TensorWriter();
        VocabularyTensors.Write(trained.Items, items.Scope("items"));
        items.Save(Path.Combine(folder, ItemsName));

        var customers = new TensorWriter();
        VocabularyTensors.Write(trained.CustomerHashes, customers.Scope("hashes"));
        BasketTensors.Write(trained.Histories, customers.Scope("histories"));
        customers.Save(Path.Combine(folder, CustomersName));
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
