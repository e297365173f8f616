using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

public sealed class ShopGeneratorTests
{
    public static TheoryData<string, ShopFormat> ShopsAndFormats => new()
    {
        { ShopNames.Beauty, ShopFormat.Csv },
        { ShopNames.Beauty, ShopFormat.CsvGzip },
        { ShopNames.Distributor, ShopFormat.Csv },
        { ShopNames.Distributor, ShopFormat.CsvGzip },
    };

    public static TheoryData<string> Shops => [ShopNames.Beauty, ShopNames.Distributor];

    [Theory, MemberData(nameof(ShopsAndFormats))]
    public void One_thread_and_two_write_the_same_bytes(string shop, ShopFormat format)
    {
        var options = new GenerateOptions { Shop = shop, Lines = 50_000, Format = format };
        using var one = new TemporaryShop(options with { Threads = 1 });
        using var two = new TemporaryShop(options with { Threads = 2 });

        Assert.Equal(one.Summary.Files, two.Summary.Files);
        foreach (var file in one.Summary.Files)
            Assert.Equal(File.ReadAllBytes(Path.Combine(one.Folder, file)), File.ReadAllBytes(Path.Combine(two.Folder, file)));
    }

    [Theory, MemberData(nameof(Shops))]
    public void Another_seed_gives_another_shop(string shop)
    {
        using var first = new TemporaryShop(new() { Shop = shop, Lines = 10_000, Seed = 1 });
        using var second = new TemporaryShop(new() { Shop = shop, Lines = 10_000, Seed = 2 });

        foreach (var file in new[] { "purchases.csv", "items.csv", "customers.csv" })
            Assert.NotEqual(File.ReadAllBytes(Path.Combine(first.Folder, file)), File.ReadAllBytes(Path.Combine(second.Folder, file)));
    }

    [Theory, MemberData(nameof(ShopsAndFormats))]
    public void A_shop_has_the_lines_that_were_asked_for_and_lists_every_item_and_customer(string shop, ShopFormat format)
    {
        using var made = new TemporaryShop(new() { Shop = shop, Lines = 23_456, Format = format });

        var items = made.Rows("items").Select(row => row["item_id"]).ToHashSet();
        var customers = made.Rows("customers").Select(row => row["customer_id"]).ToHashSet();
        var purchases = made.Purchases().ToList();
        Assert.Equal(23_456, purchases.Count);
        Assert.Equal(23_456, made.Summary.Lines);
        Assert.Equal(items.Count, made.Summary.Items);
        Assert.Equal(customers.Count, made.Summary.Customers);
        Assert.All(purchases, purchase => Assert.True(purchase.Item == "POST" || items.Contains(purchase.Item)));
        Assert.All(purchases, purchase => Assert.True(purchase.Customer.Length == 0 || customers.Contains(purchase.Customer)));
    }

    [Theory, MemberData(nameof(Shops))]
    public void Amount_is_quantity_times_price_and_days_lie_in_the_period(string shop)
    {
        using var made = new TemporaryShop(new() { Shop = shop, Lines = 10_000 });

        var prices = made.Rows("items").ToDictionary(row => row["item_id"], row => decimal.Parse(row["price"]));
        foreach (var purchase in made.Purchases())
        {
            Assert.Equal(purchase.Quantity * prices.GetValueOrDefault(purchase.Item, 3.95m), purchase.Amount);
            Assert.InRange(DateOnly.FromDateTime(purchase.At), made.Summary.From, made.Summary.To);
        }
    }

    [Theory, MemberData(nameof(Shops))]
    public void An_item_is_sold_only_between_its_launch_and_its_end(string shop)
    {
        using var made = new TemporaryShop(new() { Shop = shop, Lines = 40_000, Dirt = false });

        var items = made.Rows("items").ToDictionary(row => row["item_id"]);
        Assert.Contains(items.Values, item => item["discontinued_at"].Length > 0);
        Assert.All(made.Purchases(), purchase =>
        {
            var (day, item) = (purchase.At.ToString("yyyy-MM-dd"), items[purchase.Item]);
            Assert.True(string.CompareOrdinal(item["launched_at"], day) <= 0);
            Assert.True(item["discontinued_at"].Length == 0 || string.CompareOrdinal(day, item["discontinued_at"]) < 0);
        });
    }

    [Theory, MemberData(nameof(Shops))]
    public void Dirt_changes_nothing_that_the_first_customers_buy(string shop)
    {
        using var dirty = new TemporaryShop(new() { Shop = shop, Lines = 10_000 });
        using var clean = new TemporaryShop(new() { Shop = shop, Lines = 10_000, Dirt = false });

        var cleanLines = clean.Purchases().Select(line => (line.Order, line.Item, line.At)).ToHashSet();
        var sold = dirty.Purchases().Where(line => !line.IsCredit && line.Item != "POST").ToList();
        Assert.All(sold, line => Assert.Contains((line.Order, line.Item, line.At), cleanLines));
        Assert.Equal(10_000, cleanLines.Count);
    }
}
