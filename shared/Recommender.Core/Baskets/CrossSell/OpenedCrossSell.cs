using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>A cross-sell matrix that lives in the mapped files of its folder; it is good until this is disposed.</summary>
public sealed class OpenedCrossSell : IDisposable
{
    readonly IReadOnlyList<TensorReader> _files;

    internal OpenedCrossSell(ModelManifest manifest, CrossSellMatrix matrix, Vocabulary items, IReadOnlyList<TensorReader> files) =>
        (Manifest, Matrix, Items, _files) = (manifest, matrix, items, files);

    /// <summary>How it was made.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The counts, by item number.</summary>
    public CrossSellMatrix Matrix { get; }

    /// <summary>The ids behind the numbers.</summary>
    public Vocabulary Items { get; }

    /// <summary>Reads every page of the files once, so that no question has to wait for the disk.</summary>
    public void Touch()
    {
        foreach (var file in _files) file.Touch();
    }

    /// <summary>Unmaps the files.</summary>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }
}
