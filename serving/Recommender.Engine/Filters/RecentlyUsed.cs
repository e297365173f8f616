using System.Collections.Concurrent;

namespace Recommender.Engine.Filters;

/// <summary>
/// What was used of late, bounded: two generations, of which the younger takes what is new or used again, and the older is dropped as a whole
/// when the younger is full. Any number of threads use it at once; they may pass the bound by one entry each.
/// </summary>
sealed class RecentlyUsed<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
    where TValue : class
{
    volatile Generations _generations = new(new(comparer), new(comparer));

    /// <summary>How many are kept.</summary>
    public int Count => _generations is var now ? now.Young.Count + now.Old.Count(entry => !now.Young.ContainsKey(entry.Key)) : 0;

    /// <summary>The value of a key, or null when it is not kept.</summary>
    public TValue? Find(TKey key)
    {
        var now = _generations;
        if (now.Young.TryGetValue(key, out var value)) return value;
        if (!now.Old.TryGetValue(key, out value)) return null;

        Set(key, value);
        return value;
    }

    /// <summary>Keeps a value under a key, in place of the one before.</summary>
    public void Set(TKey key, TValue value)
    {
        var now = _generations;
        now.Young[key] = value;
        if (now.Young.Count >= Math.Max(1, capacity / 2)) Interlocked.CompareExchange(ref _generations, new(new(comparer), now.Young), now);
    }

    sealed record Generations(ConcurrentDictionary<TKey, TValue> Young, ConcurrentDictionary<TKey, TValue> Old);
}
