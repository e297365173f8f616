using System.Text.Json.Nodes;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class DirtTests
{
    [Theory]
    [InlineData("beauty")]
    [InlineData("distributor")]
    public void The_truth_counts_every_kind_of_dirt_and_the_money_exactly(string name)
    {
        using var shop = new TemporaryShop(new() { Shop = name, Lines = 60_000 });
        var (lines, truth) = (shop.Purchases().ToList(), shop.Truth);
        var sales = lines.Where(line => !line.IsCredit && line.Item != "POST").ToList();
        var distinct = sales.Distinct().ToList();
        var credits = lines.Where(line => line.IsCredit).ToList();
        var postage = lines.Where(line => line.Item == "POST").ToList();
        var anonymous = distinct.Where(line => line.Customer.Length == 0).ToList();

        Count(truth, "sale_lines", "counts", distinct.Count);
        Count(truth, "orders", "counts", distinct.DistinctBy(line => line.Order).Count());
        Count(truth, "duplicate_lines", "dirt", sales.Count - distinct.Count);
        Count(truth, "return_lines", "dirt", credits.Count);
        Count(truth, "credit_orders", "dirt", credits.DistinctBy(line => line.Order).Count());
        Count(truth, "anonymous_lines", "dirt", anonymous.Count);
        Count(truth, "anonymous_orders", "dirt", anonymous.DistinctBy(line => line.Order).Count());
        Count(truth, "postage_lines", "dirt", postage.Count);
        Count(truth, "bulk_lines", "dirt", shop.Truth["bulk_from_quantity"] is { } least ? distinct.Count(line => line.Quantity >= least.GetValue<int>()) : 0);
        Assert.Equal(distinct.Sum(line => line.Amount), truth["money"]!["sales"]!.GetValue<decimal>());
        Assert.Equal(credits.Sum(line => line.Amount), truth["money"]!["returns"]!.GetValue<decimal>());
        Assert.Equal(postage.Sum(line => line.Amount), truth["money"]!["postage"]!.GetValue<decimal>());
        Assert.Equal(sales.Sum(line => line.Amount) - distinct.Sum(line => line.Amount), truth["money"]!["duplicates"]!.GetValue<decimal>());
    }

    [Fact]
    public void Every_return_gives_back_a_whole_earlier_sale_of_the_same_customer()
    {
        using var shop = new TemporaryShop(new() { Lines = 60_000 });
        var lines = shop.Purchases().ToList();
        var sales = lines.Where(line => !line.IsCredit).ToLookup(line => (line.Order[1..], line.Customer, line.Item, line.Quantity, line.Amount));

        var credits = lines.Where(line => line.IsCredit).ToList();
        Assert.NotEmpty(credits);
        Assert.All(credits, credit =>
            Assert.True(Assert.Single(sales[(credit.Order[1..], credit.Customer, credit.Item, -credit.Quantity, -credit.Amount)]).At < credit.At));
    }

    [Fact]
    public void A_clean_shop_has_no_dirt_at_all()
    {
        using var shop = new TemporaryShop(new() { Lines = 20_000, Dirt = false });
        var lines = shop.Purchases().ToList();

        Assert.All(shop.Truth["dirt"]!.AsObject(), kind => Assert.Equal(0, kind.Value!.GetValue<long>()));
        Assert.All(lines, line => Assert.True(line.IsPlainSale));
        Assert.Equal(lines.Count, lines.Distinct().Count());
    }

    static void Count(JsonNode truth, string name, string part, long expected) =>
        Assert.Equal((name, expected), (name, truth[part]![name]!.GetValue<long>()));
}
