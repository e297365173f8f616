using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>
/// The right to write under a home folder: one process at a time. The operating system holds it on &lt;home&gt;/.lock,
/// so it ends with its process whatever ends that.
/// </summary>
public sealed class WriterLock : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly FileStream _held;
    readonly HomeFolder _home;
    bool _released;

    WriterLock(HomeFolder home, FileStream held)
    {
        _home = home;
        _held = held;
    }

    /// <summary>How many leftovers of dead writers were cleared on the way in.</summary>
    public int Cleared { get; private init; }

    /// <summary>
    /// Waits up to <paramref name="wait"/> for the lock and makes the home when it is new. <paramref name="verb"/> tells others who is at work;
    /// <paramref name="says"/> gets what the user should know.
    /// </summary>
    public static WriterLock Acquire(
        HomeFolder home, string verb, TimeSpan wait, Action<string> says, CancellationToken cancellationToken)
    {
        DurableFolder.Create(home.Path);
        var held = Wait(home, wait, says, cancellationToken);
        try
        {
            WriteFailure.Explain(home.Path, () => LockHolder.Write(home.Path, verb));
            HomeFormat.Check(home.Path);
            HomeFormat.Mark(home.Path);
            var cleared = WriteFailure.Explain(home.Path, () => Leftovers.Clear(home));
            if (cleared > 0) says($"Cleared {cleared} {(cleared == 1 ? "leftover" : "leftovers")} of interrupted work in {home.Path}.");
            return new WriterLock(home, held) { Cleared = cleared };
        }
        catch
        {
            LockHolder.Erase(home.Path);
            held.Dispose();
            throw;
        }
    }

    /// <summary>Lets the next writer in.</summary>
    public void Dispose()
    {
        if (_released) return;

        _released = true;
        LockHolder.Erase(_home.Path);
        _held.Dispose();
    }

    /// <summary>Whether a writer is at work at this moment.</summary>
    internal static bool IsHeld(HomeFolder home)
    {
        if (!File.Exists(FileOf(home))) return false;

        using var held = TryLock(home);
        return held is null;
    }

    /// <summary>Guards what may only be done under the lock of that home.</summary>
    internal void MustHold(HomeFolder home)
    {
        ObjectDisposedException.ThrowIf(_released, this);
        if (home.Path != _home.Path) throw new InvalidOperationException($"The lock of {_home.Path} gives no right to write in {home.Path}.");
    }

    static FileStream Wait(HomeFolder home, TimeSpan wait, Action<string> says, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            if (TryLock(home) is { } held) return held;

            var holder = LockHolder.Describe(home.Path);
            if (Stopwatch.GetElapsedTime(started) >= wait)
                throw new UserErrorException(
                    $"Another writer ({holder}) is still at work in {home.Path} after {wait.TotalSeconds:0} s; one writes at a time. Try again when it has ended.");

            if (isFirst) says($"Another writer ({holder}) is at work in {home.Path}; waiting.");
            cancellationToken.WaitHandle.WaitOne(Pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    static FileStream? TryLock(HomeFolder home) => WriteFailure.Explain(home.Path, () => FileLock.TryTake(FileOf(home)));

    static string FileOf(HomeFolder home) => Path.Combine(home.Path, FileLock.FileName);
}
