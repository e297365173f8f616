using System.Collections.Concurrent;
using Recommender.Engine.Assortments;

namespace Recommender.Engine.Filters;

/// <summary>The filters of a shop that were asked of late, read once each. A filter that is wrong is not kept.</summary>
public sealed class FilterCache(Assortment assortment, int capacity = 500)
{
    readonly ConcurrentDictionary<string, Kept> _filters = new(StringComparer.Ordinal);
    readonly Lock _dropping = new();
    long _asked;

    /// <summary>How many are kept.</summary>
    public int Count => _filters.Count;

    /// <summary>The filter of a text.</summary>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public Filter Get(string text)
    {
        var now = Interlocked.Increment(ref _asked);
        if (_filters.TryGetValue(text, out var kept))
        {
            Volatile.Write(ref kept.LastAsked, now);
            return kept.Filter;
        }
        kept = _filters.GetOrAdd(text, new Kept(Filter.Parse(text, assortment), now));
        if (_filters.Count > capacity) DropOldest();
        return kept.Filter;
    }

    // A quarter at once, so that the search for the oldest is rare.
    void DropOldest()
    {
        lock (_dropping)
        {
            var excess = _filters.Count - capacity + (capacity / 4);
            if (_filters.Count <= capacity) return;

            foreach (var (text, _) in _filters.ToArray().OrderBy(entry => Volatile.Read(ref entry.Value.LastAsked)).Take(excess)) _filters.TryRemove(text, out _);
        }
    }

    sealed class Kept(Filter filter, long asked)
    {
        public long LastAsked = asked;

        public Filter Filter => filter;
    }
}
