using System.Diagnostics.CodeAnalysis;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>
/// An alias or number of a model that is asked for: the version live under it, and what keeps the wanted one from going live. Taking reads
/// one reference; only the one who loads for the model writes.
/// </summary>
sealed class Slot(string which)
{
    readonly Lock _swapping = new();
    readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    LiveVersion? _live;
    bool _isRetired;
    (int Version, string Identity, long At) _refused;

    /// <summary>The alias or number.</summary>
    public string Which => which;

    /// <summary>Whether it is what the shop shows.</summary>
    public bool IsProduction => which == StoredModel.Production;

    /// <summary>The version that answers; null before the first and after it was let go.</summary>
    public LiveVersion? Live => Volatile.Read(ref _live);

    /// <summary>Done when the first version has gone live or was refused.</summary>
    public Task Tried => _tried.Task;

    /// <summary>Whether it was let go for good.</summary>
    public bool IsRetired => Volatile.Read(ref _isRetired);

    /// <summary>The version that should be live.</summary>
    public int? Wanted { get; set; }

    /// <summary>What keeps it from being live; null where nothing does.</summary>
    public string? Problem { get; private set; }

    /// <summary>Set when it is taken, cleared when the pool writes down <see cref="LastUsed"/>: a mark costs a question less than a clock.</summary>
    public bool WasUsed { get; set; } = true;

    /// <summary>Whether a trial needs it: it is not let go while that runs.</summary>
    public bool IsOnTrial { get; set; }

    /// <summary>The pool's clock when it was last seen used.</summary>
    public long LastUsed { get; set; }

    /// <summary>Takes a hold of what is live. Between reading the reference and holding what it names a swap may come: then the new one is taken.</summary>
    public bool TryTake([NotNullWhen(true)] out LiveVersion? version)
    {
        while ((version = Live) is not null)
        {
            if (!version.TryHold()) continue;
            if (!WasUsed) WasUsed = true;
            return true;
        }
        return false;
    }

    /// <summary>Makes a version, with a hold that goes over to the slot, the live one, and lets the former go.</summary>
    public void GoLive(LiveVersion version)
    {
        version.Seat();
        var former = Exchange(version);
        (Problem, _refused) = (null, default);
        if (former is null) WasUsed = true;   // who waits for it is about to take it
        _tried.TrySetResult();
        former?.Unseat();
    }

    /// <summary>Lets go of what is live, for good.</summary>
    public void Retire()
    {
        LiveVersion? former;
        lock (_swapping)
        {
            (former, _isRetired) = (_live, true);
            Volatile.Write(ref _live, null);
        }
        _tried.TrySetResult();
        former?.Unseat();
    }

    /// <summary>Remembers why the wanted version is not live; true when that is news.</summary>
    public bool Refuse(string problem, string identity, long now)
    {
        _refused = (Wanted ?? 0, identity, now);
        return Report(problem);
    }

    /// <summary>Remembers what is wrong; true when that is news.</summary>
    public bool Report(string problem)
    {
        var isNews = problem != Problem;
        Problem = problem;
        _tried.TrySetResult();
        return isNews;
    }

    /// <summary>Nothing is wrong any more.</summary>
    public void Clear() => Problem = null;

    /// <summary>Whether this version was refused as its files are now, not longer ago than <paramref name="oldest"/>.</summary>
    public bool WasRefused(int version, string folder, long oldest) =>
        _refused.Version == version && _refused.At >= oldest && _refused.Identity == FolderIdentity.Of(folder);

    LiveVersion? Exchange(LiveVersion version)
    {
        lock (_swapping)
        {
            if (_isRetired) return version;

            var former = _live;
            Volatile.Write(ref _live, version);
            return former;
        }
    }
}
