using Recommender.Core.Baskets.Bundles;
using Recommender.Storage.Baskets;
using Recommender.Tests.Storage.Generation;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Bundles;

public sealed class BeautyBundlesTests : IDisposable
{
    readonly TemporaryImport _import = new();
    readonly TemporaryShop _shop = new(new() { Lines = 50_000 });

    public void Dispose()
    {
        _import.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public void The_planted_pairs_come_out_as_bundles_with_all_that_is_known_of_them()
    {
        var data = Read();

        var result = BundleFinder.Find(data.Baskets, data.Facts, new() { MaxItems = 2, Limit = 10_000 }, TestContext.Current.CancellationToken);

        var found = result.Bundles.ToDictionary(bundle => string.Join('|', bundle.Items.Select(item => data.Baskets.Items[item])));
        var planted = _shop.Rows("truth-pairs").Where(row => row["level"] == "item").ToArray();
        Assert.Equal(15, planted.Length);
        foreach (var row in planted)
        {
            var bundle = found[string.Join('|', new[] { row["a"], row["b"] }.Order(StringComparer.Ordinal))];
            var expected = double.Parse(row["expected_lift"]);
            Assert.InRange(bundle.Lift, 0.7 * expected, 1.4 * expected);
            Assert.NotNull(bundle.Offer.Margin);
            Assert.NotNull(bundle.Stock.Bundles);
            Assert.NotNull(bundle.Effect.ExtraMargin);
            Assert.True(bundle.Reach.Customers > 0);
        }
        Assert.Null(result.Cut);
    }

    [Fact]
    public void The_strong_pairs_are_those_that_go_together_best()
    {
        var data = Read();

        var best = BundleFinder.Find(data.Baskets, data.Facts, new() { Sort = BundleSort.Score, Limit = 5 }, TestContext.Current.CancellationToken).Bundles;

        var strong = _shop.Rows("truth-pairs").Where(row => row["level"] == "item" && row["strength"] == "strong").Select(row => $"{row["a"]}|{row["b"]}");
        Assert.Equal(strong.Order(StringComparer.Ordinal), best.Select(bundle => string.Join('|', bundle.Items.Select(item => data.Baskets.Items[item]))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_bundle_has_two_variants_of_one_product_and_every_offer_respects_the_floor()
    {
        var data = Read();

        var result = BundleFinder.Find(data.Baskets, data.Facts, new() { MinCount = 2, MinLift = 1, Discount = 60, MinMargin = 25, Limit = 10_000 }, TestContext.Current.CancellationToken);

        Assert.True(result.OfVariants > 0);
        Assert.All(result.Bundles, bundle =>
        {
            var roots = bundle.Items.Select(item => data.Facts.Variants[item] ?? data.Baskets.Items[item]).ToArray();
            Assert.Equal(roots.Length, roots.Distinct().Count());
            Assert.True(bundle.Offer.MarginPercent >= 25 - 1e-6);
        });
    }

    BasketData Read()
    {
        _import.Import(TemporaryImport.Request(Path.Combine(_shop.Folder, "purchases.csv")) with { Items = Path.Combine(_shop.Folder, "items.csv"), Cleaning = new() });
        return BasketReader.Read(_import.Home, _import.Current, new(), TestContext.Current.CancellationToken);
    }
}
