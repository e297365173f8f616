using Recommender.Core.Datasets;
using Recommender.Engine.Assortments;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Assortments;

public sealed class AssortmentTests
{
    static readonly Vocabulary Items = Vocabulary.Of(["A", "B"]);

    static readonly Catalogue Known = new()
    {
        Names = ["Soap", null],
        Categories = ["Skin", "skin"],
        Prices = [19.99f, float.NaN],
        Costs = [8, 9],
        Stocks = [3, 0],
        Launches = [29_000_000, int.MinValue],
    };

    [Fact]
    public void A_catalogue_is_taken_over_with_prices_as_they_were_written()
    {
        var shop = new Assortment();

        var rows = shop.Refresh(Items, Known);

        Assert.Equal([0, 1], rows);
        Assert.Equal(new() { Name = "Soap", Category = "Skin", Price = 19.99, Cost = 8, Stock = 3, Launched = 29_000_000 }, shop.Facts(0));
        Assert.Equal("skin", shop.Facts(1).Category);
        Assert.Equal(shop.CategoryOf(0), shop.CategoryOf(1));
        Assert.Equal(0, shop.BrandOf(0));
        Assert.Equal([true, false], rows.Select(shop.IsOffered));
    }

    [Fact]
    public void A_change_touches_only_the_fields_that_it_names_and_null_clears()
    {
        var shop = new Assortment();
        shop.Refresh(Items, Known);

        shop.Apply([SampleShop.Change("A", ("price", 25), ("name", null)), SampleShop.Change("B", ("stock", null))]);

        Assert.Equal(new() { Name = null, Category = "Skin", Price = 25, Cost = 8, Stock = 3, Launched = 29_000_000 }, shop.Facts(0));
        Assert.True(shop.IsOffered(1));
    }

    [Fact]
    public void Another_snapshot_refreshes_what_the_feed_has_not_set()
    {
        var shop = new Assortment();
        shop.Refresh(Items, Known);
        shop.Apply([SampleShop.Change("A", ("price", 25), ("name", null), ("size", 4))]);

        shop.Refresh(Vocabulary.Of(["C", "A"]), Known with { Names = ["New", "Soap"], Prices = [1, 2], Costs = [3, float.NaN] });

        Assert.Equal(25, shop.Facts(0).Price);
        Assert.Null(shop.Facts(0).Name);
        Assert.Equal(double.NaN, shop.Facts(0).Cost);
        Assert.Equal(0, shop.Facts(0).Stock);
        Assert.Equal(4, shop.Value(0, "size")!.Number);
        Assert.Equal("skin", shop.Facts(1).Category);   // B is not in the new snapshot: it stays
        Assert.Equal("New", shop.Facts(shop.Find("C")).Name);
    }

    [Fact]
    public void A_column_that_a_snapshot_does_not_have_stays()
    {
        var shop = new Assortment();
        shop.Refresh(Items, Known);

        shop.Refresh(Items, Catalogue.Empty);

        Assert.Equal(19.99, shop.Facts(0).Price);
    }

    [Theory]
    [InlineData("hidden", true, false)]
    [InlineData("hidden", false, true)]
    [InlineData("discontinued", true, false)]
    [InlineData("stock", 0, false)]
    [InlineData("stock", -2, false)]
    [InlineData("stock", 0.5, true)]
    [InlineData("stock", null, true)]
    public void Stock_and_flags_decide_at_once_whether_an_item_is_offered(string field, object? value, bool isOffered)
    {
        var shop = SampleShop.Of(("A", [("price", 1)]));

        shop.Apply([SampleShop.Change("A", (field, value))]);

        Assert.Equal(isOffered, shop.IsOffered(0));
        Assert.Equal(isOffered, shop.Facts(0).IsOffered);
    }

    [Theory]
    [InlineData("price", "12", "holds a number")]
    [InlineData("price", -1, "below 0")]
    [InlineData("price", double.NaN, "finite")]
    [InlineData("size", double.PositiveInfinity, "finite")]
    [InlineData("hidden", 1, "holds true or false")]
    [InlineData("brand", "", "empty")]
    [InlineData("colour", 3, "holds a text")]
    [InlineData("launched_at", "soon", "2026-03-01")]
    [InlineData("size!", 3, "letters a to z")]
    [InlineData("1st", 3, "does not begin with a digit")]
    [InlineData("", 3, "1 to 64 letters")]
    [InlineData("between", 3, "word of the filter language")]
    [InlineData("margin", 3, "is computed")]
    public void A_wrong_value_refuses_the_whole_batch_and_is_named(string field, object? value, string words)
    {
        var shop = SampleShop.Of(("A", [("colour", "red")]));

        var error = Assert.Throws<ItemChangeException>(() => shop.Apply([SampleShop.Change("A", ("colour", "blue")), SampleShop.Change("B", ("stock", 1), (field, value))]));

        Assert.Equal((1, field), (error.Index, error.Name));
        Assert.Contains(words, error.Message);
        Assert.Equal("red", shop.Value(0, "colour")!.Text);
        Assert.Equal(-1, shop.Find("B"));
    }

    [Fact]
    public void Ids_kinds_inside_a_batch_and_the_number_of_attributes_are_checked()
    {
        var shop = new Assortment();

        Assert.Equal("item_id", Refused([SampleShop.Change(" ", ("price", 1))]).Name);
        Assert.Equal("item_id", Refused([SampleShop.Change(new('x', 257), ("price", 1))]).Name);
        Assert.Equal(1, Refused([SampleShop.Change("A", ("size", 1)), SampleShop.Change("B", ("SIZE", "large"))]).Index);
        Assert.Contains("200", Refused([SampleShop.Change("A", [.. Enumerable.Range(0, 300).Select(number => ($"a{number}", (object?)1))])]).Message);
        Assert.Contains("100", Refused([SampleShop.Change("A", ("tags", Enumerable.Repeat("x", 101).ToArray()))]).Message);
        Assert.Equal(0, shop.Count);
        Assert.Empty(shop.Attributes);

        ItemChangeException Refused(ItemChange[] changes) => Assert.Throws<ItemChangeException>(() => shop.Apply(changes));
    }

    [Fact]
    public void Random_changes_and_snapshots_leave_what_the_plain_rules_say()
    {
        var random = new Random(4);
        var shop = new Assortment();
        var (told, fed) = (new Dictionary<(string, string), object?>(), new HashSet<(string, string)>());
        for (var round = 0; round < 3000; round++)
        {
            var (item, field) = ($"I{random.Next(200)}", random.Next(2) == 0 ? "price" : "category");
            object? value = random.Next(4) == 0 ? null : field == "price" ? (double)random.Next(9) : $"c{random.Next(9)}";
            if (random.Next(2) == 0)
            {
                shop.Apply([SampleShop.Change(item, (field, value))]);
                fed.Add((item, field));
            }
            else
            {
                shop.Refresh(Vocabulary.Of([item]), field == "price" ? new() { Prices = [value is double price ? (float)price : float.NaN] } : new() { Categories = [(string?)value] });
                if (fed.Contains((item, field))) continue;
            }
            told[(item, field)] = value;
        }
        foreach (var ((item, field), value) in told)
            Assert.Equal(SampleShop.Value(value)?.ToString(), shop.Value(shop.Find(item), field)?.ToString());
    }
}
