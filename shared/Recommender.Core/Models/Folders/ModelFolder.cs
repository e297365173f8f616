using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>A trained model as a folder: manifest.json, model.safetensors, items.safetensors, customers.safetensors and customers.hashes. Written whole or not at all.</summary>
public static class ModelFolder
{
    internal const string ModelName = "model.safetensors";
    internal const string ItemsName = "items.safetensors";
    const string CustomersName = "customers.safetensors";
    const string HashesName = "customers.hashes";

    /// <summary>Writes the model into <paramref name="folder"/>, which must not exist or be empty.</summary>
    public static void Write(string folder, TrainedModel trained, ModelManifest manifest, CancellationToken cancellationToken) =>
        TensorFolder.Write(folder, manifest, staging => Fill(staging, trained), cancellationToken);

    /// <summary>Writes the model's files into the staging folder of a version, which is sealed when it is published; says sizes and hashes of the large ones.</summary>
    public static IReadOnlyList<ModelFile> Fill(string folder, TrainedModel trained)
    {
        KeyedHashes.Write(Path.Combine(folder, HashesName), trained.CustomerHashes);
        return TensorFolder.Fill(folder, Tensors(trained));
    }

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
    public static OpenedModel Open(string folder, CancellationToken cancellationToken) => Open(SealedFolder.Read(folder), known: null, cancellationToken);

    /// <summary>The same for a folder whose manifest is read already; files that <paramref name="known"/> remembers are not read again.</summary>
    public static OpenedModel Open(SealedFolder place, VerifiedFiles? known, CancellationToken cancellationToken)
    {
        var (folder, manifest) = place;
        if (manifest.Trainer == CrossSellMatrix.Name) throw new UserErrorException($"{folder} holds a cross-sell matrix, which does not score customers. Name the folder of a trained model.");

        place.MustName(ModelName, HashesName);
        var files = TensorFolder.Open(place, [ModelName, ItemsName, CustomersName], known, cancellationToken);
        try
        {
            var trained = new TrainedModel(ModelCodec.Read(files[0]), VocabularyTensors.Read(files[1].Scope("items")),
                KeyedHashes.Read(Path.Combine(folder, HashesName)), BasketTensors.Read(files[2].Scope("histories")), manifest.Now);
            return trained.Model.Kind == manifest.Trainer && trained.Items.Count == trained.Model.ItemCount && trained.CustomerHashes.Count == trained.Histories.Customers ? new(manifest, trained, files)
                : throw new UserErrorException($"The files of {folder} do not belong together. Train the model again or put it back from a backup.");
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    static Dictionary<string, TensorWriter> Tensors(TrainedModel trained)
    {
        var (model, items, customers) = (new TensorWriter(), new TensorWriter(), new TensorWriter());
        ModelCodec.Write(trained.Model, model);
        VocabularyTensors.Write(trained.Items, items.Scope("items"));
        BasketTensors.Write(trained.Histories, customers.Scope("histories"));
        return new() { [ModelName] = model, [ItemsName] = items, [CustomersName] = customers };
    }
}
