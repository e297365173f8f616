using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Chance;
using Recommender.Core.Baskets.Rules;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>What is found where nothing is planted, and where something is.</summary>
public sealed class FalseDiscoveryTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Few_shops_without_a_planted_pair_have_a_discovery()
    {
        // More than 19 of 150 happen once in 10,000 times where the true share is 5 %.
        Assert.InRange(ShopsWithDiscovery(150), 0, 19);
    }

    [Fact]
    [Trait("Kind", "Soak")]
    public void Of_a_thousand_shops_without_a_planted_pair_at_most_65_have_a_discovery() => Assert.InRange(ShopsWithDiscovery(1_000), 0, 65);

    [Fact]
    public void A_shop_so_large_that_every_fault_of_the_null_would_show_has_no_discovery_either()
    {
        // More than 3 of 10 happen once in 1,000 times where the true share is 5 %.
        Assert.InRange(Enumerable.Range(1, 10).Count(seed => HasPair(ChanceShop.Draw((ulong)seed, 20_000, 200, 40))), 0, 3);
    }

    [Fact]
    public void Fisher_calls_most_pairs_of_such_a_shop_significant_and_the_null_of_sizes_none()
    {
        var baskets = ChanceShop.Draw(21, 4_000, 60, 60);
        var (pairs, byFisher, bySizes) = (0, new List<double>(), new List<double>());
        var chance = SizePopularityNull.Fit(baskets, Token);
        foreach (var (i, j, count) in PairCounts(baskets))
        {
            pairs++;
            byFisher.Add(FisherTest.Upper(baskets.Count, baskets.ItemBaskets.RowCount(i), baskets.ItemBaskets.RowCount(j), count));
            bySizes.Add(chance.UpperTail(i, j, count));
        }

        Assert.InRange(Discoveries(byFisher, pairs), pairs * 0.8, pairs);
        Assert.Equal(0, Discoveries(bySizes, pairs));
    }

    [Fact]
    public void Pairs_that_are_planted_are_found()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var baskets = WithPairs(ChanceShop.Draw(seed, 3_000, 80, 40), seed);
            var found = RuleMiner.Mine(baskets, new() { MinCount = 5, MaxLength = 2, Filters = [new(RuleMeasures.Named("q")) { Maximum = 0.05 }] }, Token);

            // Items 2k and 2k + 1 of the second half are planted in three of four baskets with the first.
            for (var item = 40; item < 80; item += 2)
                Assert.Contains(found.Rows, rule => rule.Antecedent[0] == item && rule.Consequent[0] == item + 1);
        }
    }

    [Fact]
    public void Pairs_that_avoid_each_other_are_found_by_the_lower_tail_alone()
    {
        var baskets = ChanceShop.Draw(4, 6_000, 40, 20);
        var lines = baskets.Lines;
        var without = new SparseRowsBuilder(hasValues: false);
        for (var basket = 0; basket < lines.Rows; basket++)
        {
            var items = lines.RowIndices(basket);
            var both = items.Contains(2) && items.Contains(3);
            foreach (var item in items)
            {
                if (!both || item != 2 + basket % 2) without.Add(item, 1);
            }
            without.EndRow();
        }
        var apart = new BasketSet { Lines = without.Build(40), Items = baskets.Items };
        var chance = SizePopularityNull.Fit(apart, Token);

        Assert.InRange(chance.LowerTail(2, 3, 0), 0, 1e-20);
        Assert.Equal(1, chance.UpperTail(2, 3, 0));
        var others = PairCounts(apart).Where(pair => (pair.I, pair.J) != (2, 3)).Select(pair => chance.LowerTail(pair.I, pair.J, pair.Count)).ToList();
        Assert.Equal(0, Discoveries(others, 780));
    }

    // Half of the shops are tested pair by pair, half by the rules of up to three items.
    static int ShopsWithDiscovery(int shops)
    {
        var found = 0;
        Parallel.For(0, shops, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Token }, shop =>
        {
            var random = new RandomStream((ulong)shop, 5);
            var baskets = ChanceShop.Draw((ulong)shop, random.Between(200, 1_500), random.Between(15, 80), random.Between(4, 25));
            if (shop % 2 == 0 ? HasPair(baskets) : HasRule(baskets)) Interlocked.Increment(ref found);
        });
        TestContext.Current.SendDiagnosticMessage($"{found} of {shops} shops have a discovery.");
        return found;
    }

    static bool HasPair(BasketSet baskets)
    {
        var chance = SizePopularityNull.Fit(baskets, Token);
        var p = PairCounts(baskets).Select(pair => chance.UpperTail(pair.I, pair.J, pair.Count)).ToList();
        return Discoveries(p, baskets.ItemCount * (baskets.ItemCount - 1) / 2) > 0;
    }

    static bool HasRule(BasketSet baskets) =>
        RuleMiner.Mine(baskets, new() { MinCount = Math.Max(3, baskets.Count / 40), MaxLength = 3, Sort = RuleMeasures.Named("q"), Limit = 1, Threads = 1 }, Token)
            .Rows is [var best] && best.Figures.Q <= 0.05;

    static int Discoveries(List<double> p, double hypotheses)
    {
        p.Sort();
        return BenjaminiHochberg.Q(p.ToArray(), hypotheses).Count(q => q <= 0.05);
    }

    static IEnumerable<(int I, int J, int Count)> PairCounts(BasketSet baskets)
    {
        var counts = new int[baskets.ItemCount, baskets.ItemCount];
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var items = baskets.Lines.RowIndices(basket);
            for (var a = 0; a < items.Length; a++)
            {
                for (var b = a + 1; b < items.Length; b++) counts[items[a], items[b]]++;
            }
        }
        for (var i = 0; i < baskets.ItemCount; i++)
        {
            for (var j = i + 1; j < baskets.ItemCount; j++) yield return (i, j, counts[i, j]);
        }
    }

    static BasketSet WithPairs(BasketSet baskets, ulong seed)
    {
        var random = new RandomStream(seed, 6);
        var lines = new SparseRowsBuilder(hasValues: false);
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var items = new SortedSet<int>(baskets.Lines.RowIndices(basket).ToArray());
            foreach (var item in items.Where(item => item >= 40 && item % 2 == 0).ToArray())
            {
                if (random.Chance(0.75)) items.Add(item + 1);
            }
            foreach (var item in items) lines.Add(item, 1);
            lines.EndRow();
        }
        return new() { Lines = lines.Build(baskets.ItemCount), Items = baskets.Items };
    }
}
