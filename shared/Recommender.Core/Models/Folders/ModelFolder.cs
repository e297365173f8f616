using System.Text.Json;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Folders;

/// <summary>A trained model as a folder: manifest.json, model.safetensors, items.safetensors and customers.safetensors. Written whole or not at all.</summary>
public static class ModelFolder
{
    internal const string ModelName = "model.safetensors";
    internal const string ItemsName = "items.safetensors";
    const string CustomersName = "customers.safetensors";

    /// <summary>Writes the model into <paramref name="folder"/>, which must not exist or be empty.</summary>
    public static void Write(string folder, TrainedModel trained, ModelManifest manifest, CancellationToken cancellationToken) =>
        TensorFolder.Write(folder, manifest, Tensors(trained), cancellationToken);

    /// <summary>Refuses a folder that holds anything, before a training run is spent on it.</summary>
    public static void CheckThatItIsFree(string folder)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above)) throw new UserErrorException($"{above} is a file, so {folder} cannot be a folder below it. Name another folder.");
        }
        if (File.Exists(folder)) throw new UserErrorException($"{folder} is a file; a model needs a folder of its own. Name another folder.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UserErrorException($"{folder} is not empty; a model is never written over. Name another folder, or remove it.");
    }

    /// <summary>Opens a folder that <see cref="Write"/> wrote: every file is held against its hash, then mapped.</summary>
    public static OpenedModel Open(string folder, CancellationToken cancellationToken)
    {
        var manifest = ReadManifest(folder);
        if (manifest.Trainer == CrossSellMatrix.Name) throw new UserErrorException($"{folder} holds a cross-sell matrix, which does not score customers. Name the folder of a trained model.");

        var files = TensorFolder.Open(folder, manifest, [ModelName, ItemsName, CustomersName], cancellationToken);
        try
        {
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
        && (manifest.Trainer == CrossSellMatrix.Name ? CrossSellFolder.Files : [CustomersName, ItemsName, ModelName])
            .SequenceEqual(manifest.Files.Select(file => file.Name).Order(StringComparer.Ordinal));

    static Dictionary<string, TensorWriter> Tensors(TrainedModel trained)
    {
        var (model, items, customers) = (new TensorWriter(), new TensorWriter(), new TensorWriter());
        ModelCodec.Write(trained.Model, model);
        VocabularyTensors.Write(trained.Items, items.Scope("items"));
        VocabularyTensors.Write(trained.CustomerHashes, customers.Scope("hashes"));
        BasketTensors.Write(trained.Histories, customers.Scope("histories"));
        return new() { [ModelName] = model, [ItemsName] = items, [CustomersName] = customers };
    }
}
