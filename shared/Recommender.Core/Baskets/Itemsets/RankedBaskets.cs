using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Baskets reduced to the items that are frequent, renamed to their rank: the rarest is 0, equals by their number.</summary>
sealed class RankedBaskets
{
    readonly int[] _starts;
    readonly int[] _ranks;          // basket b holds _ranks[_starts[b].._starts[b + 1]], ascending
    readonly int[] _basketStarts;
    readonly int[] _baskets;        // rank r stands in _baskets[_basketStarts[r].._basketStarts[r + 1]], ascending

    RankedBaskets(int[] items, int[] starts, int[] ranks)
    {
        (Items, _starts, _ranks) = (items, starts, ranks);
        _basketStarts = new int[items.Length + 1];
        foreach (var rank in ranks) _basketStarts[rank + 1]++;
        for (var rank = 0; rank < items.Length; rank++) _basketStarts[rank + 1] += _basketStarts[rank];
        _baskets = new int[ranks.Length];
        var next = _basketStarts[..^1];
        for (var basket = 0; basket < starts.Length - 1; basket++)
        {
            foreach (var rank in RanksOf(basket)) _baskets[next[rank]++] = basket;
        }
    }

    /// <summary>The item of each rank.</summary>
    public int[] Items { get; }

    /// <summary>Frequent items.</summary>
    public int Count => Items.Length;

    /// <summary>The ranks in a basket, ascending.</summary>
    public ReadOnlySpan<int> RanksOf(int basket) => _ranks.AsSpan(_starts[basket].._starts[basket + 1]);

    /// <summary>The baskets with an item, ascending.</summary>
    public ReadOnlySpan<int> BasketsOf(int rank) => _baskets.AsSpan(_basketStarts[rank].._basketStarts[rank + 1]);

    /// <summary>Bytes that the reduced form of these baskets takes at most.</summary>
    public static long BytesFor(CsrMatrix lines) => 4L * (2L * lines.Count + lines.Rows + 4L * lines.Columns + 16);

    /// <summary>The baskets with what stands in at least <paramref name="minCount"/> of them.</summary>
    public static RankedBaskets Of(CsrMatrix lines, int minCount, CancellationToken cancellationToken)
    {
        var counts = new int[lines.Columns];
        foreach (var item in lines.Indices.Span) counts[item]++;
        var items = Enumerable.Range(0, counts.Length).Where(item => counts[item] >= minCount).OrderBy(item => counts[item]).ThenBy(item => item).ToArray();
        var rankOf = new int[counts.Length];
        Array.Fill(rankOf, -1);
        for (var rank = 0; rank < items.Length; rank++) rankOf[items[rank]] = rank;

        var starts = new int[lines.Rows + 1];
        var ranks = new int[items.Sum(item => (long)counts[item])];
        var kept = 0;
        for (var basket = 0; basket < lines.Rows; basket++)
        {
            if (basket % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in lines.RowIndices(basket))
            {
                if (rankOf[item] >= 0) ranks[kept++] = rankOf[item];
            }
            ranks.AsSpan(starts[basket]..kept).Sort();
            starts[basket + 1] = kept;
        }
        return new(items, starts, ranks);
    }
}
