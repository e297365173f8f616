using System.Numerics;
using Recommender.Core.Baskets.Itemsets;

namespace Recommender.Tests.Core.Baskets.Itemsets;

/// <summary>Itemsets by their definition: every subset of the items is counted in every basket.</summary>
static class NaiveItemsets
{
    /// <summary>The itemsets of these baskets, each a bit mask of items, as "items: count" in sorted order.</summary>
    public static string[] Of(IReadOnlyList<uint> baskets, int items, MiningOptions options)
    {
        var counts = new int[1 << items];
        foreach (var basket in baskets)
        {
            for (var subset = basket; subset > 0; subset = (subset - 1) & basket) counts[subset]++;
        }
        return [.. Enumerable.Range(1, counts.Length - 1)
            .Where(set => counts[set] >= options.MinCount && BitOperations.PopCount((uint)set) <= options.MaxLength)
            .Where(set => options.Kind switch
            {
                ItemsetKind.Frequent => true,
                ItemsetKind.Closed => Larger(set, items).All(larger => counts[larger] < counts[set]),
                _ => Larger(set, items).All(larger => counts[larger] < options.MinCount),
            })
            .Select(set => Text(Enumerable.Range(0, items).Where(item => (set >> item & 1) == 1), counts[set]))
            .Order(StringComparer.Ordinal)];
    }

    public static string Text(IEnumerable<int> items, int count) => $"{string.Join(' ', items)}: {count}";

    static IEnumerable<int> Larger(int set, int items) => Enumerable.Range(0, items).Select(item => set | 1 << item).Where(larger => larger != set);
}
