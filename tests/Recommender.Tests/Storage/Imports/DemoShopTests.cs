using System.Text.Json.Nodes;
using Recommender.Storage.Cleaning;
using Recommender.Tests.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class DemoShopTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("beauty", true)]
    [InlineData("distributor", true)]
    [InlineData("beauty", false)]
    public void Cleaning_finds_the_dirt_of_a_demo_shop_as_its_truth_counts_it(string name, bool isDirty)
    {
        using var shop = new TemporaryShop(new() { Shop = name, Lines = 40_000, Dirt = isDirty });

        var result = _shop.Import(TemporaryImport.Request(shop.Folder) with { Cleaning = CleaningOptions.Parse("default") });

        var (counts, truth) = (result.Profile.Counts, shop.Truth);
        Assert.Equal(0, counts["rejected"]);
        Assert.Equal(Dirt(truth, "duplicate_lines"), counts["duplicates"]);
        Assert.Equal(Dirt(truth, "postage_lines"), counts["non_product"]);
        Assert.Equal(Dirt(truth, "return_lines"), counts["cancellations"] + counts["returns"]);
        Assert.Equal(Dirt(truth, "matched_sale_lines"), counts["matched_sales"]);
        Assert.Equal(truth["counts"]!["lines"]!.GetValue<long>(), counts.Values.Sum());
        Assert.Equal(Dirt(truth, "anonymous_orders"), result.Profile.Baskets.Anonymous);
        if (isDirty) Assert.All(["duplicate_lines", "postage_lines", "return_lines"], kind => Assert.True(Dirt(truth, kind) > 0, kind));
    }

    static long Dirt(JsonNode truth, string kind) => truth["dirt"]![kind]!.GetValue<long>();
}
