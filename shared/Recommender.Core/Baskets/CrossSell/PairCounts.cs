using Recommender.Core.Baskets.CrossSell.Counting;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>In how many baskets items stand together: exact, each pair once, without ever holding a table of all pairs.</summary>
public static class PairCounts
{
    /// <summary>
    /// Counts every pair and hands those of at least <paramref name="floor"/> baskets to <paramref name="take"/>, anchor by anchor, in any
    /// order and from several threads. A pair comes at its rarer item.
    /// </summary>
    public static void ForEachAnchor(BasketSet baskets, int floor, PairCountsOfAnchor take, ParallelOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(floor);
        var byRank = PairLines.Order(baskets);
        var threads = options.MaxDegreeOfParallelism > 0 ? options.MaxDegreeOfParallelism : Environment.ProcessorCount;
        var lines = PairLines.Lay(baskets, byRank, threads, options.CancellationToken);
        PairScan.ForEach(byRank.Length, _ =>
        {
            var row = new PairRow(byRank.Length, lines.IsWeighted);
            var partners = new int[byRank.Length];
            return rank =>
            {
                row.Count(lines, rank, floor);
                var found = row.Partners;
                for (var at = 0; at < found.Length; at++) partners[at] = byRank[found[at]];
                take(byRank[rank], partners.AsSpan(0, found.Length), row.Counts, row.Sums);
                row.Clear();
            };
        }, new(threads), options.CancellationToken);
    }
}
