using System.Diagnostics;
using System.Globalization;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>What ends a search before it is whole; shared by all threads.</summary>
sealed class SearchLimits(MiningOptions options, CancellationToken cancellationToken)
{
    readonly long _started = Stopwatch.GetTimestamp();
    readonly Lock _lock = new();
    long _taken;
    volatile bool _isStopped;

    /// <summary>The limit that ended the search, in words; null while none did.</summary>
    public string? Reached { get; private set; }

    /// <summary>Whether the search is to end now: a limit was reached, an error met, or it was cancelled.</summary>
    public bool IsStopped
    {
        get
        {
            if (_isStopped) return true;

            if (cancellationToken.IsCancellationRequested) Stop(null);
            else if (options.Time != TimeSpan.MaxValue && Stopwatch.GetElapsedTime(_started) >= options.Time)
                Stop(string.Create(CultureInfo.InvariantCulture, $"The time limit of {options.Time.TotalSeconds:0.###} s"));
            return _isStopped;
        }
    }

    /// <summary>Ends the search; <paramref name="limit"/> is null where it is no limit that ends it.</summary>
    public void Stop(string? limit)
    {
        lock (_lock)
        {
            if (!_isStopped) Reached = limit;
            _isStopped = true;
        }
    }

    /// <summary>Goes on for the last part of a search that a limit has ended.</summary>
    public void Resume() => _isStopped = false;

    public void StopByItemsets() => Stop(string.Create(CultureInfo.InvariantCulture, $"The limit of {options.MaxItemsets} itemsets"));

    /// <summary>Whether so many bytes more may be used; else the search ends.</summary>
    public bool TryTake(long bytes) => Interlocked.Add(ref _taken, bytes) <= options.Memory || StopByMemory();

    public void GiveBack(long bytes) => Interlocked.Add(ref _taken, -bytes);

    /// <summary>Ends the search for want of memory, and says no.</summary>
    public bool StopByMemory()
    {
        Stop(string.Create(CultureInfo.InvariantCulture, $"The memory limit of {options.Memory} bytes"));
        return false;
    }
}
