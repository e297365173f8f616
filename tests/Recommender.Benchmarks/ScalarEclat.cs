using Recommender.Core.Baskets.Itemsets;
using Recommender.Core.Datasets;

namespace Recommender.Benchmarks;

/// <summary>Counts itemsets by plain lists of baskets on one thread: the readable reference of the miner's speed.</summary>
sealed class ScalarEclat(ItemsetKind kind, int minCount, CancellationToken cancellationToken)
{
    long _found;

    public long Count(CsrMatrix lines)
    {
        var byItem = lines.Transpose(cancellationToken);
        var items = Enumerable.Range(0, byItem.Rows).Where(item => byItem.RowCount(item) >= minCount).OrderBy(byItem.RowCount)
            .Select(item => byItem.RowIndices(item).ToArray()).ToList();
        Visit([], items);
        return _found;
    }

    // Before stand the items that were branched on already, as the baskets they share with the prefix; behind them the candidates.
    void Visit(IReadOnlyList<int[]> before, List<int[]> candidates)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var at = 0; at < candidates.Count; at++)
        {
            var baskets = candidates[at];
            var earlier = Shared(kind == ItemsetKind.Frequent ? [] : before.Concat(candidates.Take(at)), baskets);
            if (earlier.Exists(other => other.Length == baskets.Length)) continue;

            var later = Shared(candidates.Skip(at + 1), baskets);
            if (kind != ItemsetKind.Frequent) later.RemoveAll(other => other.Length == baskets.Length);
            if (kind != ItemsetKind.Maximal || earlier.Count + later.Count == 0) _found++;
            if (later.Count > 0) Visit(earlier, later);
        }
    }

    List<int[]> Shared(IEnumerable<int[]> others, int[] baskets)
    {
        var shared = new List<int[]>();
        var both = new int[baskets.Length];
        foreach (var other in others)
        {
            var count = 0;
            for (int a = 0, b = 0; a < baskets.Length && b < other.Length;)
            {
                if (baskets[a] < other[b]) a++;
                else if (baskets[a] > other[b]) b++;
                else (both[count++], a, b) = (baskets[a], a + 1, b + 1);
            }
            if (count >= minCount) shared.Add(both[..count]);
        }
        return shared;
    }
}
