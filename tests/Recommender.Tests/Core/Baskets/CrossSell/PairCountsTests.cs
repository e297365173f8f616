using System.Collections.Concurrent;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class PairCountsTests
{
    [Fact]
    public void Every_pair_of_thousands_of_small_shops_is_counted_as_looking_into_each_basket_counts_it()
    {
        for (var seed = 0UL; seed < 2000; seed++)
        {
            var baskets = SmallShops.Random(seed);
            var floor = 1 + (int)(seed % 4);
            var counted = Count(baskets, floor, threads: 1 + (int)(seed % 3));

            for (var item = 0; item < baskets.ItemCount; item++)
            {
                for (var other = item + 1; other < baskets.ItemCount; other++)
                {
                    var (count, sum) = SmallShops.Shared(baskets, item, other);
                    Assert.Equal(count >= floor, counted.TryGetValue((item, other), out var found));
                    if (count < floor) continue;

                    Assert.Equal(count, found.Count);
                    if (!baskets.Weights.IsEmpty) Assert.Equal(sum, found.Sum, 1e-12);
                }
            }
        }
    }

    [Fact]
    public void The_counts_of_all_pairs_add_up_to_the_pairs_of_all_baskets()
    {
        var baskets = WideShop();
        var occurrences = Enumerable.Range(0, baskets.Count).Sum(basket => (long)baskets.Lines.RowCount(basket) * (baskets.Lines.RowCount(basket) - 1) / 2);

        Assert.Equal(occurrences, Count(baskets, 1, threads: 2).Values.Sum(pair => (long)pair.Count));
    }

    [Fact]
    public void Weighted_sums_are_the_same_bits_on_any_number_of_threads()
    {
        var baskets = WideShop();

        Assert.Equal(Count(baskets, 1, threads: 1).OrderBy(pair => pair.Key), Count(baskets, 1, threads: 7).OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_cancelled_count_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => PairCounts.ForEachAnchor(WideShop(), 1, (_, _, _, _) => { }, new() { CancellationToken = cancelled.Token }));
    }

    // So many items that few are met by an anchor: its partners are noted instead of looked for.
    static BasketSet WideShop()
    {
        var random = new Recommender.Core.Numerics.RandomStream(5);
        int[][] baskets = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Between(1, 9)).Select(_ => (int)(3000 * Math.Pow(random.NextDouble(), 3))).Distinct().ToArray())];
        return SmallShops.Of(3000, baskets, [.. baskets.Select(_ => random.NextFloat())]);
    }

    static Dictionary<(int, int), (int Count, double Sum)> Count(BasketSet baskets, int floor, int threads)
    {
        var found = new ConcurrentDictionary<(int, int), (int, double)>();
        PairCounts.ForEachAnchor(baskets, floor, (anchor, partners, counts, sums) =>
        {
            for (var at = 0; at < partners.Length; at++)
            {
                var pair = (Math.Min(anchor, partners[at]), Math.Max(anchor, partners[at]));
                Assert.True(found.TryAdd(pair, (counts[at], sums.IsEmpty ? counts[at] : sums[at])), "A pair came twice.");
            }
        }, new() { MaxDegreeOfParallelism = threads });
        return new(found);
    }
}
