using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;

namespace Recommender.Core.Models.Folders;

/// <summary>A model that lives in the mapped files of its folder; it is good until this is disposed.</summary>
public sealed class OpenedModel : IDisposable
{
    readonly IReadOnlyList<TensorReader> _files;

    internal OpenedModel(ModelManifest manifest, TrainedModel trained, IReadOnlyList<TensorReader> files) =>
        (Manifest, Trained, _files) = (manifest, trained, files);

    /// <summary>How it was made.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>What it knows.</summary>
    public TrainedModel Trained { get; }

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
