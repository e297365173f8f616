using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class BeautySegmentsTests
{
    const int PlantedSegments = 5;

    [Theory]
    [InlineData(1, 40_000, false)]
    [InlineData(1, 40_000, true)]
    [InlineData(2, 40_000, false)]
    [InlineData(2, 40_000, true)]
    [InlineData(3, 100_000, false)]
    [InlineData(3, 100_000, true)]
    public void K_means_on_the_seven_features_finds_the_planted_segments(int seed, int lines, bool logarithms)
    {
        using var shop = new TemporaryShop(new() { Lines = lines, Seed = seed });
        var truth = shop.Rows("truth-segments").ToDictionary(row => row["customer_id"], row => row["segment"]);
        Assert.Equal(PlantedSegments, truth.Values.Distinct().Count());

        var (customers, rows) = SegmentFeatures.Of(shop, logarithms);
        var found = PlainKMeans.Cluster(rows, PlantedSegments, starts: 8);

        var agreement = AdjustedRand(found, [.. customers.Select(customer => truth[customer])]);
        Assert.True(agreement >= 0.85, $"adjusted Rand index {agreement:F3}");
    }

    [Fact]
    public void Every_customer_of_the_shop_has_one_segment()
    {
        using var shop = new TemporaryShop(new() { Lines = 20_000 });

        Assert.Equal(
            shop.Rows("customers").Select(row => row["customer_id"]),
            shop.Rows("truth-segments").Select(row => row["customer_id"]));
    }

    /// <summary>Hubert and Arabie (1985): 1 when both partitions are the same, 0 on average by chance.</summary>
    static double AdjustedRand(int[] found, string[] truth)
    {
        static double Pairs(double n) => n * (n - 1) / 2;
        var cells = found.Zip(truth).GroupBy(pair => pair).Sum(cell => Pairs(cell.Count()));
        var rows = found.GroupBy(label => label).Sum(label => Pairs(label.Count()));
        var columns = truth.GroupBy(label => label).Sum(label => Pairs(label.Count()));
        var chance = rows * columns / Pairs(found.Length);
        return (cells - chance) / ((rows + columns) / 2 - chance);
    }
}
