using Recommender.Core.Datasets;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>
/// A version in memory. It is held by the pool and by every question that reads it, and its files are unmapped by the last that lets go:
/// a question that began on it ends on it.
/// </summary>
public abstract class LiveVersion
{
    int _holders = 1;   // the pool

    private protected LiveVersion(ModelManifest manifest, Vocabulary items) =>
        (Manifest, Items, Model, Version) = (manifest, items, manifest.Model ?? "", manifest.Version ?? 0);

    /// <summary>How it was made.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The ids behind its item numbers.</summary>
    public Vocabulary Items { get; }

    /// <summary>The model it is a version of.</summary>
    public string Model { get; }

    /// <summary>Its number.</summary>
    public int Version { get; }

    /// <summary>Takes part in holding it; false when it has been let go by everybody and is gone.</summary>
    internal bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0; holders = Volatile.Read(ref _holders))
        {
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders) return true;
        }
        return false;
    }

    /// <summary>Lets go of it; the last to do so unmaps the files.</summary>
    internal void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0) Unmap();
    }

    private protected abstract void Unmap();
}
