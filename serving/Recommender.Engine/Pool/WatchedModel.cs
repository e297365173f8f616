using System.Diagnostics;
using System.Globalization;
using Recommender.Core.Store;
using Recommender.Engine.Tracing;

namespace Recommender.Engine.Pool;

/// <summary>One model of one tenant while it is in use: what its aliases want, what is live, and the one job at a time that brings both together.</summary>
sealed class WatchedModel(string tenant, StoredModel stored, Surroundings around)
{
    readonly Lock _gate = new();
    readonly AliasWatch _aliases = new(stored, around.Clock);
    readonly bool _isFollowed = around.Options.Follows(tenant, stored.Name);
    Slot[] _slots = [];
    Task? _work;

    public string Tenant => tenant;

    public string Name => stored.Name;

    public AliasWatch Aliases => _aliases;

    public StoredModel Stored => stored;

    /// <summary>What is asked for of it.</summary>
    public IReadOnlyList<Slot> Slots => Volatile.Read(ref _slots);

    /// <summary>The job that is loading, done when nothing is.</summary>
    public Task Work => Volatile.Read(ref _work) ?? Task.CompletedTask;

    /// <summary>The version that an alias or number means now; null where it means none. A number is written in one way: what callers make up does not pile up.</summary>
    public int? WantedBy(string which) => _aliases.Aliases.TryGetValue(which, out var version) ? version
        : int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && which == number.ToString(CultureInfo.InvariantCulture) ? number : null;

    /// <summary>The slot of an alias or number, made where nobody asked for it yet.</summary>
    public Slot SlotOf(string which)
    {
        lock (_gate)
        {
            if (_slots.FirstOrDefault(known => known.Which == which) is { } present) return present;

            var slot = new Slot(which) { LastUsed = around.Clock.GetTimestamp() };
            Volatile.Write(ref _slots, [.. _slots, slot]);
            return slot;
        }
    }

    /// <summary>Lets go of what a slot holds; nobody asks by it any more.</summary>
    public void Remove(Slot slot)
    {
        lock (_gate) Volatile.Write(ref _slots, [.. _slots.Where(other => other != slot)]);
        slot.Retire();
    }

    /// <summary>Looks at the store, and begins to load what is not live and should be.</summary>
    public void Look()
    {
        if (_isFollowed || Slots.Any(slot => slot.Live is null)) _aliases.Look();
        foreach (var slot in Slots) Note(slot);
        lock (_gate)
        {
            if (_work is null && NextDue([]) is { } due) _work = Load(due.Live is null ? around.FirstLoads : around.Swaps);
        }
    }

    // What a look alone can tell.
    void Note(Slot slot)
    {
        slot.Wanted = WantedBy(slot.Which) ?? slot.Wanted;
        var problem = _aliases.Problem ?? MissingAlias(slot) ?? MissingFolder(slot);
        if (problem is not null) around.Reports.Refused(this, slot, problem, isNews: slot.Report(problem));
        else if (slot.Live is { } live && live.Version == slot.Wanted) slot.Clear();
    }

    string? MissingAlias(Slot slot) => WantedBy(slot.Which) is not null ? null
        : $"'{Name}' has no alias '{slot.Which}' any more, or {stored.Folder} cannot be read. Point it at a version: recommender models promote {Name}@<version> --alias {slot.Which}.";

    // What is live is mapped and answers on without its folder.
    string? MissingFolder(Slot slot) => slot.Live is not { } live || live.Version != slot.Wanted || File.Exists(Path.Combine(stored.PathOf(live.Version), ModelManifest.FileName)) ? null
        : $"Version {live.Version} of '{Name}' is live, and its folder {stored.PathOf(live.Version)} was removed or cannot be read: a worker that starts now would not find it. Put it back from a backup, or promote another version.";

    // On a thread of its own: a slow disk keeps no question waiting, and busy questions keep no version from going live.
    async Task Load(SemaphoreSlim turn)
    {
        try
        {
            await turn.WaitAsync(around.Stopping);
            await Task.Factory.StartNew(() => LoadAllDue(turn), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException)
        {
            // The pool is closing.
        }
    }

    void LoadAllDue(SemaphoreSlim turn)
    {
        var attempted = new HashSet<Slot>();
        try
        {
            for (var due = Next(attempted); due is not null; due = Next(attempted)) Load(due);
        }
        catch (Exception failure)
        {
            around.Reports.LookFailed(failure);
            lock (_gate) Volatile.Write(ref _work, null);
        }
        finally
        {
            turn.Release();
        }
    }

    // That nothing is due any more and that no job is running become true in one step: a slot made meanwhile begins the next job.
    Slot? Next(HashSet<Slot> attempted)
    {
        lock (_gate)
        {
            var due = around.Stopping.IsCancellationRequested ? null : NextDue(attempted);
            if (due is null) Volatile.Write(ref _work, null);
            else attempted.Add(due);
            return due;
        }
    }

    Slot? NextDue(HashSet<Slot> attempted) => _slots.FirstOrDefault(slot => !attempted.Contains(slot) && IsDue(slot));

    bool IsDue(Slot slot)
    {
        if (slot.Wanted is not { } wanted || slot.Live?.Version == wanted || (slot.Live is not null && !_isFollowed)) return false;

        var oldest = around.Clock.GetTimestamp() - (long)(around.Options.Retry.TotalSeconds * around.Clock.TimestampFrequency);
        return !slot.WasRefused(wanted, stored.PathOf(wanted), oldest);
    }

    void Load(Slot slot)
    {
        var (started, wanted) = (around.Clock.GetTimestamp(), slot.Wanted ?? 0);
        using var span = Spans.Load(tenant, Name, wanted);
        var identity = FolderIdentity.Of(stored.PathOf(wanted));   // before: what changes while it is read is looked at again
        try
        {
            slot.GoLive(Shared(wanted) ?? around.Loader.Open(tenant, Find(slot.Which, wanted), around.Stopping));
            around.Reports.WentLive(this, slot, around.Clock.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (around.Stopping.IsCancellationRequested)
        {
            // The pool is closing.
        }
        catch (Exception refused)
        {
            span?.SetStatus(ActivityStatusCode.Error, refused.Message);
            around.Reports.Refused(this, slot, refused.Message, isNews: slot.Refuse(refused.Message, identity, around.Clock.GetTimestamp()));
        }
    }

    // An alias that points nowhere is told apart from a number that is not there.
    SealedFolder Find(string which, int wanted) => _aliases.Aliases.GetValueOrDefault(which) == wanted && !stored.Versions.Contains(wanted) ? stored.Find(which) : stored.Version(wanted);

    // Two aliases of one version share it.
    LiveVersion? Shared(int wanted) => Slots.Select(slot => slot.Live).FirstOrDefault(live => live?.Version == wanted && live.TryHold());
}
