using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class BeautyPairsTests
{
    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(2, 10_000)]
    [InlineData(3, 20_000)]
    [InlineData(4, 20_000)]
    [InlineData(5, 50_000)]
    public void Every_strong_pair_lifts_more_than_every_medium_and_every_medium_more_than_every_weak(int seed, int lines)
    {
        using var shop = new TemporaryShop(new() { Lines = lines, Seed = seed });
        var families = shop.Rows("items").ToDictionary(row => row["item_id"], row => row["family"]);
        var baskets = Baskets(shop);

        foreach (var level in new[] { "item", "family" })
        {
            var levelled = level == "item" ? baskets : [.. baskets.Select(basket => basket.Select(item => families[item]).ToHashSet())];
            var lifts = shop.Rows("truth-pairs").Where(row => row["level"] == level)
                .ToLookup(row => row["strength"], row => Lift(levelled, row["a"], row["b"]));

            Assert.True(lifts["strong"].Min() > lifts["medium"].Max(), $"{level}: strong {lifts["strong"].Min()}, medium {lifts["medium"].Max()}");
            Assert.True(lifts["medium"].Min() > lifts["weak"].Max(), $"{level}: medium {lifts["medium"].Min()}, weak {lifts["weak"].Max()}");
            Assert.True(lifts["weak"].Min() > 1.02, $"{level}: weak {lifts["weak"].Min()}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_lift_of_a_planted_pair_is_the_one_the_truth_expects(int seed)
    {
        using var shop = new TemporaryShop(new() { Lines = 100_000, Seed = seed });
        var baskets = Baskets(shop);

        foreach (var row in shop.Rows("truth-pairs").Where(row => row["level"] == "item"))
        {
            var expected = double.Parse(row["expected_lift"]);
            var standardError = expected / Math.Sqrt(double.Parse(row["count_ab"]));
            Assert.InRange(Lift(baskets, row["a"], row["b"]), expected - 2 * standardError, expected + 2 * standardError);
        }
    }

    [Fact]
    public void The_truth_counts_baskets_and_pairs_exactly()
    {
        using var shop = new TemporaryShop(new() { Lines = 30_000, Seed = 8 });
        var families = shop.Rows("items").ToDictionary(row => row["item_id"], row => row["family"]);
        var items = Baskets(shop);
        List<HashSet<string>> byFamily = [.. items.Select(basket => basket.Select(item => families[item]).ToHashSet())];

        foreach (var row in shop.Rows("truth-pairs"))
        {
            var baskets = row["level"] == "item" ? items : byFamily;
            Assert.Equal(int.Parse(row["baskets"]), baskets.Count);
            Assert.Equal(int.Parse(row["count_a"]), baskets.Count(basket => basket.Contains(row["a"])));
            Assert.Equal(int.Parse(row["count_b"]), baskets.Count(basket => basket.Contains(row["b"])));
            Assert.Equal(int.Parse(row["count_ab"]), baskets.Count(basket => basket.Contains(row["a"]) && basket.Contains(row["b"])));
        }
    }

    [Fact]
    public void Without_planting_the_same_pairs_meet_by_chance_alone()
    {
        using var shop = new TemporaryShop(new() { Lines = 100_000, Plant = false });
        var baskets = Baskets(shop);

        Assert.All(
            shop.Rows("truth-pairs").Where(row => row["level"] == "item"),
            row => Assert.InRange(Lift(baskets, row["a"], row["b"]), 0.6, 1.4));
    }

    static List<HashSet<string>> Baskets(TemporaryShop shop) =>
        [.. shop.Purchases().Where(line => !line.IsCredit && line.Item != "POST")
            .GroupBy(line => line.Order, line => line.Item).Select(order => order.ToHashSet())];

    static double Lift(List<HashSet<string>> baskets, string a, string b)
    {
        double withA = baskets.Count(basket => basket.Contains(a)), withB = baskets.Count(basket => basket.Contains(b));
        return baskets.Count(basket => basket.Contains(a) && basket.Contains(b)) * baskets.Count / (withA * withB);
    }
}
