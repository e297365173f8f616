using Recommender.Core;
using Recommender.Core.Interactions;
using Recommender.Storage.Baskets;
using Recommender.Storage.Cleaning;
using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Baskets;

public sealed class BasketReaderTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Every_order_is_a_basket_and_an_item_counts_once_in_it()
    {
        ImportShop();

        var data = Read(new());

        Assert.Equal(["brush soap", "soap towel", "brush", "brush soap", "soap"], Texts(data));
        Assert.Equal([0, 1, 3], data.Baskets.CustomerStarts.ToArray());
        Assert.Equal(5, data.Baskets.Times.Length);
        Assert.True(data.Baskets.Weights.IsEmpty);
        Assert.Equal(("shop", _shop.Current.Manifest.Hash), (data.Name, data.Hash));
    }

    [Theory]
    [InlineData("region", "north", "brush soap|brush|brush soap")]
    [InlineData("channel", "web", "brush soap|soap towel")]
    [InlineData("site", "s2", "brush|soap|brush soap")]
    public void Lines_are_chosen_by_what_the_purchases_say(string condition, string value, string wanted)
    {
        ImportShop();

        var request = condition switch
        {
            "region" => new BasketRequest { Region = value },
            "channel" => new() { Channel = value },
            _ => new() { Site = value },
        };

        Assert.Equal(wanted.Split('|').Order(), Texts(Read(request)).Order());
    }

    [Fact]
    public void A_window_chooses_baskets_by_their_first_line_and_cuts_none()
    {
        ImportShop();

        Assert.Equal(["brush", "brush soap"], Texts(Read(new() { From = new(2026, 6, 1), To = new(2026, 12, 31, 23, 59, 0) })));
        Assert.Equal(["soap"], Texts(Read(new() { From = new(2026, 12, 31, 23, 59, 0) })));
    }

    [Theory]
    [InlineData("winter", 3)]
    [InlineData("12-1", 2)]
    [InlineData("6,11", 2)]
    [InlineData("3-5", 0)]
    public void A_season_chooses_months_of_any_year(string season, int baskets)
    {
        ImportShop();

        var request = new BasketRequest { Season = Season.Parse(season) };

        if (baskets > 0) Assert.Equal(baskets, Read(request).Baskets.Count);
        else Assert.Contains($"has no basket with all of: in {season}", Refusal(request));
    }

    [Fact]
    public void Customers_are_chosen_by_what_is_known_of_them_or_by_a_list()
    {
        ImportShop();
        var list = _shop.Write("ids.txt", "zoe", "", "nobody");

        Assert.Equal(["brush soap"], Texts(Read(new() { Traits = [CustomerTrait.Parse("segment=loyal")] })));
        Assert.Equal(["soap towel", "brush"], Texts(Read(new() { CustomerFile = list })));
        Assert.Contains("has no basket with all of: customers with Segment 'loyal', customers of", Refusal(new() { Traits = [new("Segment", "loyal")], CustomerFile = list }));
    }

    [Fact]
    public void What_is_unknown_is_answered_with_what_there_is()
    {
        ImportShop();

        Assert.Contains("No purchase of the dataset 'shop' has the region 'nord'.", Refusal(new() { Region = "nord" }));
        Assert.Contains("The most frequent are north, south.", Refusal(new() { Region = "nord" }));
        Assert.Contains("have no column 'segmnt'. Did you mean 'segment'? They have customer_id", Refusal(new() { Traits = [new("segmnt", "loyal")] }));
        Assert.Contains("No customer of the dataset 'shop' has the segment 'royal'. Did you mean 'loyal'?", Refusal(new() { Traits = [new("segment", "royal")] }));
        Assert.Contains("None of the 1 customers listed", Refusal(new() { CustomerFile = _shop.Write("ids.txt", "nobody") }));
        Assert.Contains("lists no customers", Refusal(new() { CustomerFile = _shop.Write("ids.txt", "") }));
        Assert.Contains("No purchase of the dataset 'shop' has a channel", RefusalOf(["order,item,quantity,amount,date", "1,a,1,1,2026-01-01"], new() { Channel = "web" }));
    }

    [Fact]
    public void A_name_or_value_of_a_condition_is_never_read_as_sql()
    {
        ImportShop();

        Assert.Contains("have no column 'x\" OR 1=1 --'", Refusal(new() { Traits = [new("x\" OR 1=1 --", "y")] }));
        Assert.Contains("has the region '' OR '1'='1'", Refusal(new() { Region = "' OR '1'='1" }));
    }

    [Fact]
    public void Weights_halve_with_age_from_the_snapshot_s_end_on()
    {
        _shop.Import("off", "order,customer,item,quantity,amount,date", "1,ann,a,1,1,2026-01-01", "2,ann,b,1,1,2026-01-31", "3,,b,1,1,2026-03-02");

        Assert.Equal([0.25f, 0.5f, 1f], Read(new() { HalfLife = 30 }).Baskets.Weights.ToArray());
    }

    [Fact]
    public void Times_that_the_data_lacks_are_asked_for_in_vain()
    {
        string[] lines = ["customer,item,rating", "ann,a,5"];

        Assert.Contains("has no times", RefusalOf(lines, new() { HalfLife = 30 }));
        Assert.Contains("has no times", RefusalOf(lines, new() { Season = Season.Parse("winter") }));
        Assert.Contains("The half-life -1 is outside", RefusalOf(lines, new() { HalfLife = -1 }));
        Assert.Contains("Give a later end", RefusalOf(lines, new() { From = new(2026, 1, 2), To = new(2026, 1, 1) }));
    }

    [Fact]
    public void At_a_level_groups_stand_in_baskets_and_lines_without_one_are_left_out()
    {
        _shop.Import("off", "order,customer,item,category,quantity,amount,date", "1,ann,a,Bath,1,8,2026-01-01", "1,ann,b,Bath,1,3,2026-01-01", "1,ann,c,,1,3,2026-01-01", "2,ann,c,,1,3,2026-01-02", "3,ann,d,Hair,1,3,2026-01-02");

        var data = Read(new() { Level = Level.Category });

        Assert.Equal(["Bath", "Hair"], Texts(data));
        Assert.Equal($"{_shop.Current.Manifest.Hash}:category", data.Hash);
        Assert.Contains("No item of the dataset 'shop' has a brand", Refusal(new() { Level = Level.Brand }));
    }

    [Fact]
    public void Equal_requests_have_equal_hashes_and_others_have_not()
    {
        ImportShop();

        string[] hashes = [Read(new()).Hash, Read(new() { Region = "north" }).Hash, Read(new() { Region = "south" }).Hash, Read(new() { HalfLife = 30 }).Hash, Read(new() { CustomerFile = _shop.Write("a.txt", "zoe") }).Hash];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[^1], Read(new() { CustomerFile = _shop.Write("b.txt", "zoe") }).Hash);
    }

    [Fact]
    public void Prices_costs_stock_and_variants_stand_in_the_order_of_the_items()
    {
        var purchases = _shop.Write("purchases.csv", "order,customer,item,quantity,amount,date", "1,ann,b2,1,8,2026-01-01", "1,ann,a,1,3,2026-01-01");
        var items = _shop.Write("items.csv", "item_id,name,price,cost,stock,variant_of", "a,Soap,3,1.5,40,", "b1,Brush,8,4,7,", "b2,Big brush,9,,,b1");
        _shop.Import(TemporaryImport.Request(purchases) with { Items = items });

        var facts = Read(new()).Facts;

        Assert.Equal([3f, 9f], facts.Prices);
        Assert.Equal([1.5f, float.NaN], facts.Costs);
        Assert.Equal([40f, float.NaN], facts.Stocks);
        Assert.Equal([null, "b1"], facts.Variants);
        Assert.Equal(["b1"], facts.Select([1]).Variants);
        Assert.Equal([40f, 40f], facts.Select([0, 0]).Stocks);
        Assert.Equal([1.5f], facts.Select([0]).Costs);
    }

    [Fact]
    public void The_online_retail_baskets_have_their_reference_figures()
    {
        _shop.Import(TemporaryImport.Request(SharedData.Path("online-retail-ii.csv.gz")) with { Cleaning = CleaningOptions.Parse("reference-baskets"), Resources = new(2, "1GB") });

        var baskets = Read(new()).Baskets;

        Assert.Equal((39_516, 4_708, 991_910), (baskets.Count, baskets.ItemCount, baskets.Lines.Count));
        Assert.Equal(1_106, Enumerable.Range(0, baskets.Count).Max(baskets.Lines.RowCount));
    }

    // ann: one basket; zoe: two, the second from minutes before midnight of a year's end; two of nobody.
    void ImportShop()
    {
        var purchases = _shop.Write(
            "purchases.csv", "order,customer,item,quantity,amount,date,region,channel,site",
            "1,ann,soap,1,3,2026-01-10 10:00,north,web,s1", "1,ann,brush,2,8,2026-01-10 10:00,north,web,s1",
            "2,zoe,soap,1,3,2026-02-10 10:00,south,web,s1", "2,zoe,towel,1,3,2026-02-10 10:00,south,web,s1", "2,zoe,soap,1,3,2026-02-10 10:00,south,web,s1",
            "3,zoe,brush,1,3,2026-06-10 10:00,north,till,s2",
            "4,,soap,1,3,2026-12-31 23:59,south,till,s2",
            "5,,soap,1,3,2026-11-30 23:59,north,till,s2", "5,,brush,1,3,2026-12-01 00:01,north,till,s2");
        var customers = _shop.Write("customers.csv", "customer_id,segment", "ann,loyal", "zoe,new");
        _shop.Import(TemporaryImport.Request(purchases) with { Customers = customers });
    }

    BasketData Read(BasketRequest request) => BasketReader.Read(_shop.Home, _shop.Current, request, TestContext.Current.CancellationToken);

    string Refusal(BasketRequest request) => Assert.Throws<UserErrorException>(() => Read(request)).Message;

    string RefusalOf(string[] lines, BasketRequest request)
    {
        _shop.Import("off", lines);
        return Refusal(request);
    }

    static string[] Texts(BasketData data) =>
        [.. Enumerable.Range(0, data.Baskets.Count).Select(basket => string.Join(' ', data.Baskets.Lines.RowIndices(basket).ToArray().Select(item => data.Baskets.Items[item])))];
}
