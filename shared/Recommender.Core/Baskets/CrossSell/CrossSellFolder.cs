using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>A cross-sell matrix as a model's folder: manifest.json, model.safetensors and items.safetensors; it knows no customers.</summary>
public static class CrossSellFolder
{
    /// <summary>Writes the matrix with the ids of its items into <paramref name="folder"/>, which must not exist or be empty.</summary>
    public static void Write(string folder, CrossSellMatrix matrix, Vocabulary items, ModelManifest manifest, CancellationToken cancellationToken)
    {
        if (items.Count != matrix.ItemCount) throw new ArgumentException($"{items.Count} ids for {matrix.ItemCount} items.", nameof(items));
        if (manifest.Trainer != CrossSellMatrix.Name) throw new ArgumentException($"The manifest is of the kind '{manifest.Trainer}' instead of '{CrossSellMatrix.Name}'.", nameof(manifest));

        TensorFolder.Write(folder, manifest, staging => Fill(staging, matrix, items), cancellationToken);
    }

    /// <summary>Writes the matrix's files into the staging folder of a version, which is sealed when it is published; says their sizes and hashes.</summary>
    public static IReadOnlyList<ModelFile> Fill(string folder, CrossSellMatrix matrix, Vocabulary items) => TensorFolder.Fill(folder, Tensors(matrix, items));

    /// <summary>Opens a folder that <see cref="Write"/> wrote: every file is held against its hash, then mapped, and its numbers are checked.</summary>
    public static OpenedCrossSell Open(string folder, CancellationToken cancellationToken) => File.Exists(Path.Combine(folder, ModelManifest.FileName)) ? Open(SealedFolder.Read(folder), known: null, cancellationToken)
        : throw new UserErrorException($"{folder} is no cross-sell matrix: it has no {ModelManifest.FileName}. Make one: recommender matrix --dataset <name> --save {folder}.");

    /// <summary>The same for a folder whose manifest is read already; files that <paramref name="known"/> remembers are not read again.</summary>
    public static OpenedCrossSell Open(SealedFolder place, VerifiedFiles? known, CancellationToken cancellationToken)
    {
        var (folder, manifest) = place;
        if (manifest.Trainer != CrossSellMatrix.Name) throw new UserErrorException($"{folder} holds a model of the trainer '{manifest.Trainer}' and no cross-sell matrix. Make one: recommender matrix --dataset <name> --save <folder>.");

        var files = TensorFolder.Open(place, [ModelFolder.ModelName, ModelFolder.ItemsName], known, cancellationToken);
        try
        {
            var (matrix, items) = (CrossSellMatrix.Read(files[0]), VocabularyTensors.Read(files[1].Scope("items")));
            return items.Count == matrix.ItemCount ? new(manifest, matrix, items, files)
                : throw new UserErrorException($"The files of {folder} do not belong together: {items.Count} ids for {matrix.ItemCount} items. Make the matrix again or put it back from a backup.");
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    static Dictionary<string, TensorWriter> Tensors(CrossSellMatrix matrix, Vocabulary items)
    {
        var (model, names) = (new TensorWriter(), new TensorWriter());
        matrix.Write(model);
        VocabularyTensors.Write(items, names.Scope("items"));
        return new() { [ModelFolder.ModelName] = model, [ModelFolder.ItemsName] = names };
    }
}
