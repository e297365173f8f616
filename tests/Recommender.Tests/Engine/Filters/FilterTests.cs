using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Filters;

public sealed class FilterTests
{
    static readonly Assortment Shop = SampleShop.Of(
        ("A", [("price", 10), ("cost", 4), ("category", "Hair"), ("brand", "X"), ("name", "Mild shampoo"), ("stock", 5), ("vegan", true), ("tags", new[] { "new", "Gift" }), ("launched_at", "2026-06-21")]),
        ("B", [("price", 19.99), ("cost", 19.99), ("category", "hair"), ("brand", "Y"), ("name", "Say \"hello\""), ("vegan", false), ("size", -1.5)]),
        ("C", [("price", 60), ("category", "Skin"), ("family", "Y"), ("brand", "Y"), ("tags", Array.Empty<string>()), ("launched_at", "2024-07-01T12:00:00Z")]),
        ("D", [("variant_of", "A")]));

    [Theory]
    [InlineData("price < 50", "A B")]
    [InlineData("price <= 10", "A")]
    [InlineData("price > 19.99", "C")]
    [InlineData("price >= 19.99", "B C")]
    [InlineData("price = 19.99", "B")]
    [InlineData("price != 1e1", "B C")]
    [InlineData("price in (10, 60)", "A C")]
    [InlineData("price not in (10, 60)", "B")]
    [InlineData("price between 10 and 19.99", "A B")]
    [InlineData("not price between 10 and 19.99", "C")]
    [InlineData("price not between 10 and 19.99", "C")]
    [InlineData("size < 0 and size = -1.5", "B")]
    [InlineData("price > cost", "A")]
    [InlineData("price = cost", "B")]
    [InlineData("margin > 0.5", "A")]
    [InlineData("age_days <= 10", "A")]
    [InlineData("age_days > 365", "C")]
    [InlineData("category = \"HAIR\"", "A B")]
    [InlineData("category in ('Hair', 'Skin')", "A B C")]
    [InlineData("category not in (\"Hair\")", "C")]
    [InlineData("brand = family", "C")]
    [InlineData("brand != family", "")]
    [InlineData("name contains 'SHAM'", "A")]
    [InlineData("name contains \"\\\"hello\\\"\"", "B")]
    [InlineData("name not contains 'sham'", "B")]
    [InlineData("item_id = 'A' or item_id = 'b'", "A")]
    [InlineData("item_id in ('A', 'D')", "A D")]
    [InlineData("variant_of = 'A'", "D")]
    [InlineData("vegan", "A")]
    [InlineData("vegan = true", "A")]
    [InlineData("vegan = false", "B C D")]
    [InlineData("not vegan", "B C D")]
    [InlineData("vegan != true", "B C D")]
    [InlineData("vegan is missing", "C D")]
    [InlineData("tags contains 'gift'", "A")]
    [InlineData("tags not contains 'gift'", "B C D")]
    [InlineData("tags is present", "A C")]
    [InlineData("tags is not present", "B D")]
    [InlineData("brand is missing", "D")]
    [InlineData("brand is present and not brand = 'X'", "B C")]
    [InlineData("not brand = 'X'", "B C")]
    [InlineData("brand = 'nobody'", "")]
    [InlineData("price < 50 and category in (\"Hair\") and not brand = \"X\"", "B")]
    [InlineData("price < 15 or price > 50 and brand = 'X'", "A")]
    [InlineData("(price < 15 or price > 50) and brand = 'Y'", "C")]
    [InlineData("not (price < 15 or brand = 'Y')", "")]
    [InlineData("PRICE < 50 AND NOT Category = 'Skin'", "A B")]
    public void A_filter_lets_through_what_its_words_say(string filter, string items) => Assert.Equal(items, Passing(filter));

    [Theory]
    [InlineData("price between 80% and 150% of anchor", "B", "B")]
    [InlineData("price between 50% of anchor and 100% of anchor", "B", "A B")]
    [InlineData("price <= 100% of anchor", "B", "A B")]
    [InlineData("price < anchor", "B", "A")]
    [InlineData("price > 200% of anchor.cost", "A", "A B C")]
    [InlineData("category = anchor.category", "B", "A B")]
    [InlineData("brand != anchor.brand", "B", "A")]
    [InlineData("brand = anchor", "B", "B C")]
    [InlineData("item_id != anchor.item_id", "B", "A C D")]
    [InlineData("category = anchor.category", "D", "")]
    [InlineData("not price < anchor", "D", "")]
    public void A_filter_compares_with_the_item_that_is_asked_about(string filter, string anchor, string items) =>
        Assert.Equal(items, Passing(filter, Shop.Find(anchor)));

    [Fact]
    public void A_filter_on_the_anchor_cannot_be_asked_without_one()
    {
        var filter = Filter.Parse("price < 5 and price < 80% of anchor", Shop);

        var error = Assert.Throws<FilterException>(() => filter.Bind(new(-1, SampleShop.Now)));

        Assert.True(filter.UsesAnchor);
        Assert.Equal(30, error.Position);
    }

    [Fact]
    public void What_fails_is_told_with_the_words_of_the_filter_and_the_values_of_the_item()
    {
        var filter = Filter.Parse("price < 50 and (category = 'Skin' or  brand = 'X') and not vegan", Shop);

        var failures = filter.Failures(Shop.Find("B"), new(-1, SampleShop.Now));
        var others = filter.Failures(Shop.Find("C"), new(-1, SampleShop.Now));

        var failure = Assert.Single(failures);
        Assert.Equal("category = 'Skin' or  brand = 'X'", failure.Term);
        Assert.Equal([new("category", "\"hair\""), new("brand", "\"Y\"")], failure.Values);
        Assert.Equal(["price < 50"], others.Select(other => other.Term));
    }

    [Fact]
    public void A_text_that_comes_later_is_found_by_a_filter_read_before()
    {
        var shop = SampleShop.Of(("A", [("brand", "X")]));
        var condition = Filter.Parse("brand in ('X', 'Later')", shop).Bind(new(-1, SampleShop.Now));
        shop.Apply([SampleShop.Change("B", ("brand", "LATER")), SampleShop.Change("C", ("brand", "Else"))]);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(condition.Meets));
    }

    [Fact]
    public void Asking_a_filter_allocates_nothing()
    {
        var condition = Filter.Parse("price < 50 and category in ('Hair', 'Skin') and not brand = 'X' and tags not contains 'z' and age_days > 3", Shop).Bind(new(-1, SampleShop.Now));
        var passing = Count();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var again = Count();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(passing, again);

        int Count()
        {
            var count = 0;
            for (var time = 0; time < 1000; time++) count += condition.Meets(time % 4) ? 1 : 0;
            return count;
        }
    }

    static string Passing(string filter, int anchor = -1)
    {
        var condition = Filter.Parse(filter, Shop).Bind(new(anchor, SampleShop.Now));
        return string.Join(' ', Enumerable.Range(0, Shop.Count).Where(condition.Meets).Select(Shop.IdOf));
    }
}
