using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class DistributorDeclinesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_lost_to_a_competitor_fall_far_below_their_partners(int seed)
    {
        using var shop = Distributor(seed);
        var days = OrderDays(shop, line => (line.Customer, line.Site, line.Item));
        var lost = Declines(shop, "competitor");

        Assert.True(lost.Count >= 15, $"{lost.Count} declines are too few to measure anything by");
        Assert.All(lost, row =>
        {
            var (from, to) = Windows(row, shop.Summary.To);
            double Rate(string item) => RateRatio(days[(row["account"], row["site"], item)], from, to, shop.Summary.To);

            Assert.InRange(Rate(row["item"]), 0, 0.3);
            Assert.NotEmpty(row["partners"]);
            Assert.All(row["partners"].Split('|'), partner => Assert.InRange(Rate(partner), 0.6, 1.7));
        });
    }

    [Fact]
    public void Sudden_and_gradual_losses_are_both_planted_and_every_account_and_item_is_real()
    {
        using var shop = Distributor(seed: 4);
        var items = shop.Rows("items").ToDictionary(row => row["item_id"]);
        var accounts = shop.Rows("customers").Select(row => row["customer_id"]).ToHashSet();
        var lost = Declines(shop, "competitor");

        Assert.Equal(["gradual", "sudden"], lost.Select(row => row["shape"]).Distinct().Order());
        Assert.All(lost, row => Assert.Contains(row["account"], accounts));
        Assert.All(lost, row => Assert.Equal(items[row["item"]]["family"], row["family"]));
        Assert.Equal(lost.Count, shop.Truth["declines"]!["competitor"]!.GetValue<int>());
    }

    [Fact]
    public void A_shrinking_account_buys_less_of_everything()
    {
        using var shop = Distributor(seed: 5);
        var days = OrderDays(shop, line => line.Customer);
        var shrinking = Declines(shop, "shrinking_account");

        Assert.NotEmpty(shrinking);
        Assert.All(shrinking, row =>
        {
            var ratio = RateRatio(days[row["account"]], DateOnly.Parse(row["from"]), DateOnly.Parse(row["from"]), shop.Summary.To);
            Assert.InRange(ratio, double.Parse(row["rate_after"]) - 0.15, double.Parse(row["rate_after"]) + 0.15);
        });
    }

    [Fact]
    public void A_discontinued_part_is_sold_to_nobody_from_its_last_day_on()
    {
        using var shop = Distributor(seed: 6);
        var days = OrderDays(shop, line => line.Item);
        var discontinued = Declines(shop, "discontinued");

        Assert.NotEmpty(discontinued);
        Assert.All(discontinued, row => Assert.All(days[row["item"]], day => Assert.True(day < DateOnly.Parse(row["from"]))));
    }

    [Fact]
    public void Without_planting_there_are_no_declines()
    {
        using var shop = new TemporaryShop(new() { Shop = ShopNames.Distributor, Lines = 50_000, Plant = false });

        Assert.Empty(shop.Rows("truth-declines"));
    }

    static TemporaryShop Distributor(int seed) => new(new() { Shop = ShopNames.Distributor, Lines = 100_000, Seed = seed });

    static List<IReadOnlyDictionary<string, string>> Declines(TemporaryShop shop, string kind) =>
        [.. shop.Rows("truth-declines").Where(row => row["kind"] == kind)];

    static ILookup<TKey, DateOnly> OrderDays<TKey>(TemporaryShop shop, Func<Purchase, TKey> key) =>
        shop.Purchases().Where(line => !line.IsCredit && line.Item != "POST").ToLookup(key, line => DateOnly.FromDateTime(line.At));

    /// <summary>When the decline begins, and when it is complete.</summary>
    static (DateOnly From, DateOnly Complete) Windows(IReadOnlyDictionary<string, string> row, DateOnly end)
    {
        var from = DateOnly.Parse(row["from"]);
        var complete = row["shape"] == "gradual" ? from.AddDays(90) : from;
        Assert.True(end.DayNumber - complete.DayNumber >= 190);
        return (from, complete);
    }

    /// <summary>Orders a day once the decline is complete, beside those of the year before it began.</summary>
    static double RateRatio(IEnumerable<DateOnly> days, DateOnly from, DateOnly complete, DateOnly end)
    {
        var all = days.ToList();
        var before = all.Count(day => day < from && day >= from.AddDays(-365)) / 365.0;
        return all.Count(day => day >= complete) / (double)(end.DayNumber - complete.DayNumber + 1) / before;
    }
}
