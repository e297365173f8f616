using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Itemsets;

public sealed class SparseBasketsTests
{
    const int Baskets = 40_000;
    const int Items = 900;
    const int MinCount = 30;

    /// <summary>The most frequent items share few baskets with each of many others: their bits would be large and empty.</summary>
    [Fact]
    public void A_large_sparse_shop_is_mined_without_bits_and_gives_the_same()
    {
        var baskets = Shop();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var basket = 0; basket < Baskets; basket++) CountSubsets(baskets.Lines.RowIndices(basket), counts);
        var frequent = counts.Where(set => set.Value >= MinCount).Select(set => $"{set.Key}: {set.Value}").ToArray();
        Assert.True(IsSparse(baskets, rank: ^3) && !IsSparse(baskets, rank: 100), "The data does not take both ways.");

        foreach (var kind in new[] { ItemsetKind.Frequent, ItemsetKind.Closed, ItemsetKind.Maximal })
        {
            foreach (var length in new[] { 2, int.MaxValue })
            {
                var options = new MiningOptions { Kind = kind, MinCount = MinCount, MaxLength = length, Threads = 2 };
                var expected = ItemsetMinerTests.Selected(frequent, kind).Where(set => set.Count(letter => letter == ' ') <= length).Order(StringComparer.Ordinal);

                var found = Mined.List(baskets, options);

                Assert.Equal(expected, found.Itemsets.Order(StringComparer.Ordinal));
                Assert.Equal(found.Result.BySize, Mined.Count(baskets, options).BySize);
            }
        }
    }

    // Three popular items, the third always with the fourth, and a few of many others, some of them together.
    static BasketSet Shop()
    {
        var random = new Random(5);
        return SmallBaskets.Set(Baskets, Items,
            from basket in Enumerable.Range(0, Baskets)
            let items = Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0)
                .Concat(Enumerable.Range(0, random.Next(5)).Select(_ => 4 + random.Next(Items - 4)).SelectMany(item => random.Next(2) == 0 ? [item] : new[] { item, item ^ 1 }))
                .ToHashSet()
            from item in items.Contains(2) ? items.Append(3).Distinct() : items
            where item < Items
            select (basket, item));
    }

    static bool IsSparse(BasketSet baskets, Index rank)
    {
        var ranked = RankedBaskets.Of(baskets.Lines, MinCount, TestContext.Current.CancellationToken);
        var at = rank.GetOffset(ranked.Count);
        var projection = new Projection(ranked, MinCount, SearchShape.Of(ItemsetKind.Closed, delivers: true));
        projection.Mark(at, isInPrefix: true);
        projection.Count(ranked.BasketsOf(at), at);
        return projection.IsSparse && projection.Candidates > 0;
    }

    static void CountSubsets(ReadOnlySpan<int> items, Dictionary<string, int> counts)
    {
        for (var subset = 1; subset < 1 << items.Length; subset++)
        {
            var chosen = new List<int>();
            for (var at = 0; at < items.Length; at++)
            {
                if ((subset >> at & 1) == 1) chosen.Add(items[at]);
            }
            var key = string.Join(' ', chosen);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }
}
