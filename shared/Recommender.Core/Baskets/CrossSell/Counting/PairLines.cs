namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>
/// Baskets laid out for counting pairs: items are called by their rank, the most popular 0, and ascend in each basket. The pairs of an
/// anchor are then what stands before it in each of its baskets: every pair is met once, at its rarer item, and the counters of popular
/// partners stand close together in the cache.
/// </summary>
sealed class PairLines
{
    readonly BasketSet _baskets;
    readonly int[] _byRank;
    readonly LineTables _tables;

    PairLines(BasketSet baskets, int[] byRank, LineTables tables) => (_baskets, _byRank, _tables) = (baskets, byRank, tables);

    /// <summary>How many items.</summary>
    public int Items => _byRank.Length;

    /// <summary>The item of each rank.</summary>
    public ReadOnlySpan<int> ByRank => _byRank;

    /// <summary>Whether baskets count by their age.</summary>
    public bool IsWeighted => !_baskets.Weights.IsEmpty;

    /// <summary>Where each basket begins.</summary>
    public ReadOnlySpan<int> Starts => _baskets.Lines.Starts.Span;

    /// <summary>The ranks of all lines, basket by basket.</summary>
    public ReadOnlySpan<int> Ranks => _tables.Ranks;

    /// <summary>How much each basket counts; empty when all count alike.</summary>
    public ReadOnlySpan<float> Weights => _baskets.Weights.Span;

    /// <summary>The items by rank: those in most baskets of all sets together first, equal ones by their number.</summary>
    public static int[] Order(params ReadOnlySpan<BasketSet> sets)
    {
        var counts = new long[sets[0].ItemCount];
        foreach (var set in sets)
        {
            foreach (var item in set.Lines.Indices.Span) counts[item]++;
        }
        var items = new int[counts.Length];
        for (var item = 0; item < items.Length; item++) (items[item], counts[item]) = (item, -counts[item]);
        Array.Sort(Array.ConvertAll(items, item => (counts[item], item)), items);
        return items;
    }

    /// <summary>Lays the baskets out in an order of items.</summary>
    public static PairLines Lay(BasketSet baskets, int[] byRank, int threads, CancellationToken cancellationToken) =>
        new(baskets, byRank, LineLayout.Lay(baskets.Lines, byRank, threads, cancellationToken));

    /// <summary>The baskets of an anchor, ascending.</summary>
    public ReadOnlySpan<int> BasketsOf(int rank) => OfRank(_tables.Baskets, rank);

    /// <summary>Where the anchor stands in each of its baskets.</summary>
    public ReadOnlySpan<int> PlacesOf(int rank) => OfRank(_tables.Places, rank);

    /// <summary>Pairs that will be met at the anchor.</summary>
    public long Work(int rank) => _tables.Work[rank];

    ReadOnlySpan<int> OfRank(int[] entries, int rank) => entries.AsSpan(_tables.Starts[rank].._tables.Starts[rank + 1]);
}
