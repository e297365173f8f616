namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>
/// What stands in for pairs that are too thin: items by popularity, in all and inside each category, and how often categories are bought
/// together, summed over the kept pairs.
/// </summary>
sealed class Shelves
{
    readonly ReadOnlyMemory<int> _categories;
    readonly int[][] _ofCategory;
    readonly Dictionary<int, double>[] _together;

    public Shelves(CrossSellTables tables, ReadOnlyMemory<int> categories)
    {
        _categories = categories;
        var counts = tables.ItemCounts;
        Popular = [.. Enumerable.Range(0, tables.Items).Where(item => counts.Span[item] > 0).OrderByDescending(item => counts.Span[item]).ThenBy(item => item)];
        var known = 0;
        foreach (var category in categories.Span) known = Math.Max(known, category + 1);
        var places = new List<int>[known];
        for (var category = 0; category < known; category++) places[category] = [];
        _together = [.. places.Select(_ => new Dictionary<int, double>())];
        foreach (var item in known == 0 ? [] : Popular)
        {
            if (categories.Span[item] >= 0) places[categories.Span[item]].Add(item);
        }
        _ofCategory = [.. places.Select(items => items.ToArray())];
        if (known > 0) AddPairs(tables);
    }

    /// <summary>Every item ever bought, the most popular first.</summary>
    public int[] Popular { get; }

    /// <summary>The items of a category, the most popular first.</summary>
    public ReadOnlySpan<int> OfCategory(int category) => _ofCategory[category];

    /// <summary>The categories bought with those of the cart, each with its share of the pairs that their anchors stand in, the largest first.</summary>
    public (int Category, double Share)[] With(IReadOnlyList<int> cart)
    {
        if (_together.Length == 0) return [];

        var shares = new SortedDictionary<int, double>();
        foreach (var anchor in cart)
        {
            if (_categories.Span[anchor] < 0) continue;

            var others = _together[_categories.Span[anchor]];
            var all = others.Values.Sum();
            foreach (var (category, pairs) in others) shares[category] = shares.GetValueOrDefault(category) + pairs / (all * cart.Count);
        }
        return [.. shares.Select(share => (share.Key, share.Value)).OrderByDescending(share => share.Value).ThenBy(share => share.Key)];
    }

    void AddPairs(CrossSellTables tables)
    {
        var starts = tables.Starts.Span;
        var categories = _categories.Span;
        for (var item = 0; item < tables.Items; item++)
        {
            for (var entry = starts[item]; entry < starts[item + 1]; entry++)
            {
                var (own, other) = (categories[item], categories[tables.Partners.Span[entry]]);
                if (own >= 0 && other >= 0) _together[own][other] = _together[own].GetValueOrDefault(other) + tables.Counts.Span[entry];
            }
        }
    }
}
