using Recommender.Engine.Assortments;

namespace Recommender.Engine.Filters;

/// <summary>The filters of a shop that were asked of late, read once each. A filter that is wrong is not kept.</summary>
public sealed class FilterCache(Assortment assortment, int capacity = 500)
{
    readonly RecentlyUsed<string, Filter> _filters = new(capacity, StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    public int Count => _filters.Count;

    /// <summary>The filter of a text.</summary>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public Filter Get(string text)
    {
        if (_filters.Find(text) is { } known) return known;

        var filter = Filter.Parse(text, assortment);
        _filters.Set(text, filter);
        return filter;
    }
}
