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
    readonly int[] _ranks;   // the items of all baskets
    readonly int[] _places;  // for each entry of items by baskets, where that line stands in _ranks
    readonly long[] _work;

    PairLines(BasketSet baskets, int[] byRank)
    {
        (_baskets, _byRank) = (baskets, byRank);
        (_ranks, _places, _work) = (new int[baskets.Lines.Count], new int[baskets.Lines.Count], new long[byRank.Length]);
    }

    /// <summary>How many items.</summary>
    public int Items => _byRank.Length;

    /// <summary>The item of each rank.</summary>
    public ReadOnlySpan<int> ByRank => _byRank;

    /// <summary>Whether baskets count by their age.</summary>
    public bool IsWeighted => !_baskets.Weights.IsEmpty;

    /// <summary>Where each basket begins.</summary>
    public ReadOnlySpan<int> Starts => _baskets.Lines.Starts.Span;

    /// <summary>The ranks of all lines, basket by basket.</summary>
    public ReadOnlySpan<int> Ranks => _ranks;

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

    /// <summary>Lays the baskets out in an order of items: one pass over items by baskets.</summary>
    public static PairLines Lay(BasketSet baskets, int[] byRank, CancellationToken cancellationToken)
    {
        var lines = new PairLines(baskets, byRank);
        lines.Place(cancellationToken);
        return lines;
    }

    /// <summary>The baskets of an anchor, ascending.</summary>
    public ReadOnlySpan<int> BasketsOf(int rank) => _baskets.ItemBaskets.RowIndices(_byRank[rank]);

    /// <summary>Where the anchor stands in each of its baskets.</summary>
    public ReadOnlySpan<int> PlacesOf(int rank)
    {
        var starts = _baskets.ItemBaskets.Starts.Span;
        return _places.AsSpan(starts[_byRank[rank]]..starts[_byRank[rank] + 1]);
    }

    /// <summary>Pairs that will be met at the anchor.</summary>
    public long Work(int rank) => _work[rank];

    void Place(CancellationToken cancellationToken)
    {
        var itemBaskets = _baskets.ItemBaskets;
        var starts = Starts;
        var itemStarts = itemBaskets.Starts.Span;
        var indices = itemBaskets.Indices.Span;
        var next = starts[..^1].ToArray();
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            if (rank % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var work = 0L;
            for (var entry = itemStarts[_byRank[rank]]; entry < itemStarts[_byRank[rank] + 1]; entry++)
            {
                var basket = indices[entry];
                var place = next[basket]++;
                (_ranks[place], _places[entry]) = (rank, place);
                work += place - starts[basket];
            }
            _work[rank] = work;
        }
    }
}
