using Recommender.Core.Baskets.Bundles;
using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Bundles;

public sealed class BundleBruteForceTests
{
    const int Shops = 1500;
    const double Tolerance = 1e-9;

    [Fact]
    public void Bundles_and_their_figures_are_those_of_the_definition()
    {
        var bundles = 0;
        for (var seed = 0; seed < Shops; seed++)
        {
            var (shop, baskets, options) = RandomShop(seed);

            var found = shop.Find(options).Bundles;

            var wanted = new PlainBundles(shop, baskets, options).All();
            Assert.Equal(wanted.Keys.Order(), found.Select(shop.Text).Order());
            foreach (var bundle in found) MustBe(wanted[shop.Text(bundle)], bundle);
            bundles += found.Count;
        }
        Assert.InRange(bundles, 2 * Shops, 100 * Shops);
    }

    [Fact]
    public void The_best_are_the_first_of_all_whatever_is_asked_for()
    {
        for (var seed = 0; seed < Shops; seed++)
        {
            var (shop, _, options) = RandomShop(seed);
            var sort = (BundleSort)(seed % 8);
            var all = shop.Find(options with { Sort = sort }).Bundles;

            var best = shop.Find(options with { Sort = sort, Limit = 3 }).Bundles;

            Assert.Equal(all.Take(3).Select(bundle => bundle.Id), best.Select(bundle => bundle.Id));
            for (var place = 1; place < all.Count; place++) MustFollow(all[place - 1], all[place], sort);
        }
    }

    static void MustBe(PlainBundles.Figures wanted, Bundle found)
    {
        Assert.Equal((wanted.Count, wanted.Reach, wanted.Customers), (found.Count, found.Reach.Baskets, found.Reach.Customers));
        Assert.Equal(wanted.Lift, found.Lift, Tolerance * wanted.Lift);
        Assert.Equal(wanted.Success, found.Success.Share, Tolerance);
        Assert.Equal(wanted.BoughtAnyway, found.Effect.BoughtAnyway, Tolerance);
        Assert.Equal(wanted.Discount, found.Offer.Discount, Tolerance);
        Assert.Equal(wanted.Price, found.Offer.Price ?? double.NaN, Tolerance);
        Assert.Equal(wanted.ExtraMargin, found.Effect.ExtraMargin ?? double.NaN, 1e-6);
        if (found.Effect.BreakEven is { } breakEven && wanted.BreakEven is { } other) Assert.Equal(1, (breakEven + 1) / (other + 1), 1e-6);
    }

    static void MustFollow(Bundle before, Bundle after, BundleSort sort)
    {
        var (first, second) = (Value(before, sort), Value(after, sort));
        Assert.False(first is null && second is not null);
        if (first is null == second is null) Assert.True((first ?? before.Score) >= (second ?? after.Score));
    }

    static double? Value(Bundle bundle, BundleSort sort) => sort switch
    {
        BundleSort.ExtraMargin => bundle.Effect.ExtraMargin,
        BundleSort.Score => bundle.Score,
        BundleSort.Lift => bundle.Lift,
        BundleSort.Count => bundle.Count,
        BundleSort.Success => bundle.Success.Share,
        BundleSort.Margin => bundle.Offer.Margin,
        BundleSort.Price => bundle.Offer.Price,
        _ => bundle.Reach.Baskets,
    };

    // Prices and costs are whole: the definition adds them up as they are. Some items are sold at a loss.
    static (SmallShop Shop, string[] Baskets, BundleOptions Options) RandomShop(int seed)
    {
        var random = new Random(seed);
        var items = random.Next(3, 8);
        var letters = "abcdefgh"[..items];
        string[] baskets = [letters, .. Enumerable.Range(0, random.Next(10, 60)).Select(_ => string.Concat(letters.Where(letter => random.NextDouble() < 0.5 / (1 + letter % 3)).DefaultIfEmpty('a')))];
        var shop = new SmallShop(baskets)
        {
            CustomerStarts = [0, 3, 3, 6, random.Next(6, baskets.Length + 1)],
            Facts = new Catalogue
            {
                Prices = [.. letters.Select(_ => random.Next(10) == 0 ? float.NaN : random.Next(1, 20))],
                Costs = [.. letters.Select(_ => random.Next(10) == 0 ? float.NaN : random.Next(0, 12))],
                Variants = seed % 3 > 0 ? [] : [.. letters.Select(_ => random.Next(6) == 0 ? "x" : null)],
            },
        };
        var options = new BundleOptions
        {
            MinCount = random.Next(1, 4),
            MaxItems = random.Next(2, 6),
            MinLift = random.Next(3) * 0.5,
            Discount = random.Next(0, 50),
            MinMargin = random.Next(2) * random.Next(0, 50),
            Uplift = random.Next(0, 300),
            Limit = 1000,
        };
        return (shop, baskets, options);
    }
}
