using Recommender.Core.Datasets;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>
/// A version in memory. It is held by the pool and by every question that reads it, and its files are unmapped by the last that lets go:
/// a question that began on it ends on it.
/// </summary>
public abstract class LiveVersion
{
    int _holders = 1;   // who opened it
    int _seats;         // those of the holders that are the pool's

    private protected LiveVersion(ModelManifest manifest, Vocabulary items) =>
        (Manifest, Items, Model, Version) = (manifest, items, manifest.Model ?? "", manifest.Version ?? 0);

    /// <summary>The shop it belongs to.</summary>
    public string Tenant { get; internal init; } = "";

    /// <summary>How it was made.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The ids behind its item numbers.</summary>
    public Vocabulary Items { get; }

    /// <summary>The model it is a version of.</summary>
    public string Model { get; }

    /// <summary>Its number.</summary>
    public int Version { get; }

    /// <summary>What <see cref="PoolOptions.WarmUp"/> made for it; null where that makes nothing.</summary>
    public object? Attachment { get; internal set; }

    /// <summary>How many questions read it at this moment.</summary>
    internal int Leases => Math.Max(0, Volatile.Read(ref _holders) - Volatile.Read(ref _seats));

    /// <summary>Called once when its files have been unmapped.</summary>
    internal Action<LiveVersion>? Gone { get; init; }

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
        if (Interlocked.Decrement(ref _holders) != 0) return;

        Unmap();
        (Attachment as IDisposable)?.Dispose();
        Gone?.Invoke(this);
    }

    /// <summary>Makes a hold the pool's own, so that it does not count as a lease.</summary>
    internal void Seat() => Interlocked.Increment(ref _seats);

    /// <summary>Lets go of a hold of the pool.</summary>
    internal void Unseat()
    {
        Interlocked.Decrement(ref _seats);
        LetGo();
    }

    /// <summary>Does what the first question would have to wait for.</summary>
    internal abstract void WarmUp();

    private protected abstract void Unmap();
}
