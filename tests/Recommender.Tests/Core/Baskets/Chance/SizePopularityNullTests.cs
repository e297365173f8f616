using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Chance;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class SizePopularityNullTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_basket_expects_its_size_and_every_item_its_count()
    {
        for (var seed = 1UL; seed <= 2_000; seed++)
        {
            var baskets = ChanceShop.DrawAny(seed, 40, 14);
            var chance = SizePopularityNull.Fit(baskets, Token);
            var sizes = Enumerable.Range(0, baskets.Count).Select(baskets.Lines.RowCount).Where(size => size > 0).ToArray();

            foreach (var size in sizes.Distinct())
                Assert.Equal(size, Enumerable.Range(0, baskets.ItemCount).Sum(item => chance.Share(size, item)), 1e-9);
            for (var item = 0; item < baskets.ItemCount; item++)
                Assert.Equal(baskets.ItemBaskets.RowCount(item), sizes.Sum(size => chance.Share(size, item)), 1e-9);
        }
    }

    [Fact]
    public void The_margins_of_a_shop_with_large_baskets_are_met_too()
    {
        var baskets = ChanceShop.Draw(3, 3_000, 800, 400);
        var chance = SizePopularityNull.Fit(baskets, Token);
        var sizes = Enumerable.Range(0, baskets.Count).Select(baskets.Lines.RowCount).CountBy(size => size).ToArray();

        foreach (var (size, _) in sizes) Assert.Equal(size, Enumerable.Range(0, baskets.ItemCount).Sum(item => chance.Share(size, item)), 1e-9 * size);
        for (var item = 0; item < baskets.ItemCount; item++)
        {
            var count = baskets.ItemBaskets.RowCount(item);
            Assert.Equal(count, sizes.Sum(size => size.Value * chance.Share(size.Key, item)), 1e-9 * Math.Max(1, count));
        }
    }

    [Theory]
    [InlineData(2, 0.04)]
    [InlineData(3, 0.025)]
    [InlineData(4, 0.025)]
    [InlineData(6, 0.03)]
    public void Pairs_in_baskets_of_one_size_are_as_likely_as_counting_all_baskets_says(int size, double tolerance)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var baskets = OfOneSize(seed, size, baskets: 2_000, items: 12);
            var chance = SizePopularityNull.Fit(baskets, Token);
            var exact = new FixedSize([.. Enumerable.Range(0, 12).Select(item => chance.Share(size, item))], size);

            for (var i = 0; i < 12; i++)
            {
                for (var j = 0; j < i; j++) Assert.InRange(chance.Expected(i, j) / (baskets.Count * exact.Holding(1 << i | 1 << j)), 1 - tolerance, 1 + tolerance);
            }
        }
    }

    [Fact]
    public void All_pairs_expected_are_all_pairs_there_are()
    {
        var baskets = ChanceShop.Draw(5, 2_000, 60, 20);
        var chance = SizePopularityNull.Fit(baskets, Token);
        var there = Enumerable.Range(0, baskets.Count).Select(baskets.Lines.RowCount).Sum(size => size * (size - 1) / 2.0);

        var expected = Enumerable.Range(0, 60).Sum(i => Enumerable.Range(0, i).Sum(j => chance.Expected(i, j)));

        Assert.Equal(1, expected / there, 1e-3);
    }

    [Fact]
    public void Baskets_of_one_item_hold_no_pair_and_what_is_never_bought_is_not_expected()
    {
        var baskets = new BasketSet { Lines = CsrMatrix.From(4, 3, [(0, 0, 1), (1, 1, 1), (2, 0, 1), (3, 1, 1)]), Items = ChanceShop.Named(3) };
        var chance = SizePopularityNull.Fit(baskets, Token);

        Assert.Equal(0, chance.Expected(0, 1));
        Assert.Equal(0, chance.Expected(0, 2));
        Assert.Equal(0, chance.UpperTail(0, 1, 1));
        Assert.Equal(1, chance.LowerTail(0, 1, 0));
    }

    [Fact]
    public void What_the_sizes_decide_is_expected_exactly()
    {
        // Two baskets of everything, two of the first item alone.
        var baskets = new BasketSet { Lines = CsrMatrix.From(4, 3, [(0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1), (2, 0, 1), (3, 0, 1)]), Items = ChanceShop.Named(3) };
        var chance = SizePopularityNull.Fit(baskets, Token);

        Assert.Equal(2, chance.Expected(0, 1), 1e-12);
        Assert.Equal(2, chance.Expected(1, 2), 1e-12);
        Assert.Equal(1, chance.UpperTail(1, 2, 2), 1e-12);
    }

    [Fact]
    public void No_baskets_have_an_empty_null()
    {
        var chance = SizePopularityNull.Fit(new() { Lines = CsrMatrix.From(3, 2, []), Items = ChanceShop.Named(2) }, Token);

        Assert.Equal(0, chance.Expected(0, 1));
    }

    internal static BasketSet OfOneSize(ulong seed, int size, int baskets, int items)
    {
        var random = new RandomStream(seed);
        var lines = new SparseRowsBuilder(hasValues: false);
        var popularity = Enumerable.Range(0, items).Select(_ => random.Between(0.2, 1.0)).ToArray();
        for (var basket = 0; basket < baskets; basket++)
        {
            foreach (var item in Enumerable.Range(0, items).OrderBy(item => random.Exponential() / popularity[item]).Take(size).Order()) lines.Add(item, 1);
            lines.EndRow();
        }
        return new() { Lines = lines.Build(items), Items = ChanceShop.Named(items) };
    }
}
