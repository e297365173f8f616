using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Filters;

public sealed class FilterErrorTests
{
    static readonly Assortment Shop = SampleShop.Of(("A", [("price", 10), ("colour", "red"), ("vegan", true), ("tags", new[] { "new" }), ("size", 3), ("launched_at", "2026-01-01")]));

    [Theory]
    [InlineData("", 1, "there is no condition")]
    [InlineData("   ", 4, "there is no condition")]
    [InlineData("prise < 5", 1, "Did you mean 'price'?")]
    [InlineData("price < 5 and colur = 'red'", 15, "Did you mean 'colour'?")]
    [InlineData("nto price < 5", 1, "Did you mean 'not'?")]
    [InlineData("launched_at > 5", 1, "age_days")]
    [InlineData("weight < 5", 1, "There are item_id, name")]
    [InlineData("price betwen 1 and 2", 7, "Did you mean 'between'?")]
    [InlineData("colour contians 'r'", 8, "Did you mean 'contains'?")]
    [InlineData("price between 1 or 2", 17, "between 10 and 20")]
    [InlineData("price between 2 and 1", 15, "put the smaller end first")]
    [InlineData("price between 80% and 150", 15, "80% and 150% of anchor")]
    [InlineData("price < 80%", 9, "80% of anchor")]
    [InlineData("price < 80% of cost", 16, "percentages are of the anchor")]
    [InlineData("price < anchor.colour", 16, "colour is no number")]
    [InlineData("price == 5", 7, "'==' is written '='")]
    [InlineData("price <> 5", 7, "'<>' is written '!='")]
    [InlineData("price < 5 && vegan", 11, "'&' is written 'and'")]
    [InlineData("!vegan", 1, "'!' is written 'not'")]
    [InlineData("price < '5'", 9, "without quotes")]
    [InlineData("price < 5€", 10, "'€' means nothing here")]
    [InlineData("price < 5EUR", 9, "without units")]
    [InlineData("price < 1.2.3", 9, "is no number")]
    [InlineData("price < 1e999", 9, "is no number")]
    [InlineData("price <", 8, "missing here")]
    [InlineData("price", 6, "the end cannot be asked of price, a number")]
    [InlineData("colour = red", 10, "texts stand in quotes")]
    [InlineData("colour < 'r'", 8, "cannot be asked of colour, a text")]
    [InlineData("colour = 'red", 10, "has no end")]
    [InlineData("colour = 're\\d'", 13, "followed by")]
    [InlineData("colour in 'red'", 11, "'in' needs '('")]
    [InlineData("colour in ()", 12, "compared with a text")]
    [InlineData("colour in ('red' 'blue')", 18, "needs ')'")]
    [InlineData("size in (1, 'x')", 13, "size is a number")]
    [InlineData("tags = 'new'", 6, "not contains")]
    [InlineData("vegan = 1", 9, "true or false")]
    [InlineData("vegan < 5", 7, "cannot be asked of vegan")]
    [InlineData("colour is mising", 11, "Did you mean 'missing'?")]
    [InlineData("(price < 5", 11, "the '(' at character 1")]
    [InlineData("price < 5)", 10, "closes nothing")]
    [InlineData("price < 5 vegan", 11, "join two conditions")]
    [InlineData("price < 5 adn vegan", 11, "Did you mean 'and'?")]
    [InlineData("price < 5 and", 14, "a condition is missing")]
    [InlineData("5 < price", 1, "begins with an attribute")]
    [InlineData("anchor.price < 5", 1, "on the right")]
    public void What_is_wrong_is_told_with_its_place_and_its_cure(string text, int position, string words)
    {
        var error = Assert.Throws<FilterException>(() => Filter.Parse(text, Shop));

        Assert.Equal(position, error.Position);
        Assert.Contains($"at character {position}", error.Message);
        Assert.Contains(words, error.Message);
    }

    [Fact]
    public void A_text_may_not_be_longer_than_4000_letters()
    {
        var longest = "price < 5" + new string(' ', Filter.MostLetters - 9);

        Assert.Equal(longest, Filter.Parse(longest, Shop).Text);
        Assert.Equal(Filter.MostLetters + 1, Assert.Throws<FilterException>(() => Filter.Parse(longest + " ", Shop)).Position);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("not (", ")")]
    public void Nesting_may_not_be_deeper_than_50(string open, string close)
    {
        var levels = Filter.MostDepth / (open.Length > 4 ? 2 : 1);

        Assert.NotNull(Filter.Parse(Nested(levels), Shop));
        Assert.Contains("deeper than 50", Assert.Throws<FilterException>(() => Filter.Parse(Nested(levels + 1), Shop)).Message);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "vegan" + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void An_attribute_that_the_last_item_lost_is_unknown_again()
    {
        var shop = SampleShop.Of(("A", [("colour", "red")]));
        shop.Apply([SampleShop.Change("A", ("colour", null))]);

        Assert.Equal(1, Assert.Throws<FilterException>(() => Filter.Parse("colour = 'red'", shop)).Position);
    }
}
