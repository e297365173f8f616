using Recommender.Engine.Answers;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Reasons;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class WhyNotTests
{
    [Fact]
    public void An_item_of_the_list_has_nothing_against_it() => Assert.Empty(Ask(Shelf.Of(20), new(), "A2"));

    [Fact]
    public void Everything_that_bars_an_item_is_told_with_its_evidence()
    {
        var shelf = Shelf.Of(20).With(Shelf.Rule(RuleKind.Exclude, "price = 5") with { Id = "ex" }, Shelf.Rule(RuleKind.IncludeOnly, "category = 'c1'") with { Id = "in" });
        shelf.Assortment.Apply([SampleShop.Change("A4", ("stock", -1), ("hidden", true), ("discontinued", true), ("incompatible_with", new[] { "A1" }))]);
        var context = new RankingContext { Anchor = 1, Excluded = [4], Cart = [4], Bought = [4], IsKnown = row => row != 4, Filter = Filter.Parse("price > 5 and brand is present", shelf.Assortment) };

        var found = Ask(shelf, context, "A4");

        Assert.Equal(
            [
                HindranceKind.Unknown, HindranceKind.Hidden, HindranceKind.Discontinued, HindranceKind.OutOfStock, HindranceKind.Excluded, HindranceKind.InCart, HindranceKind.Bought,
                HindranceKind.Incompatible, HindranceKind.Filter, HindranceKind.ExcludedByRule, HindranceKind.NotIncludedByRule,
            ],
            found.Select(hindrance => hindrance.Kind));
        Assert.Equal(-1, found[3].Number);
        Assert.Equal("price > 5", found[8].Failure!.Term);
        Assert.Equal([new("price", "5")], found[8].Failure!.Values);
        Assert.Equal("ex", found[9].Rule!.Id);
        Assert.Equal(("in", "category = 'c1'"), (found[10].Rule!.Id, found[10].Failure!.Term));
    }

    [Fact]
    public void What_was_outranked_is_told_its_place_and_both_scores()
    {
        var shelf = Shelf.Of(20).With(Shelf.Rule(RuleKind.Boost, "item_id = 'A9'") with { Factor = 0.5 });

        var hindrance = Assert.Single(Ask(shelf, new() { Excluded = [0] }, "A9"));

        Assert.Equal((HindranceKind.Outranked, 19, Strategy.Personalised), (hindrance.Kind, hindrance.Place, hindrance.Strategy));
        Assert.Equal(0.991f / 2, hindrance.Score!.Value, 4);
        Assert.Equal(0.995f, hindrance.LastScore!.Value, 4);
    }

    [Fact]
    public void A_cap_and_fatigue_are_told_before_the_place()
    {
        var shelf = Shelf.Of(30).With(Shelf.Rule(RuleKind.Cap) with { Id = "cap", Per = Grouping.Category, Most = 2 }, Shelf.Rule(RuleKind.Fatigue) with { Most = 4 });

        var found = Ask(shelf, new() { Shown = row => row == 3 ? 5 : 0 }, "A3");

        Assert.Equal([HindranceKind.Cap, HindranceKind.Fatigue, HindranceKind.Outranked], found.Select(hindrance => hindrance.Kind));
        Assert.Equal(("cap", 2, 5), (found[0].Rule!.Id, found[0].Number, found[1].Number));
        Assert.Equal(4, found[2].Place);
    }

    [Fact]
    public void What_no_strategy_finds_is_told_so()
    {
        var shelf = Shelf.Of(30);

        var found = shelf.Ranker.Begin(new()).WhyNot(9, new([shelf.InOrder(most: 5)]), 5);

        Assert.Equal(HindranceKind.NotFound, Assert.Single(found).Kind);
    }

    static IReadOnlyList<Hindrance> Ask(Shelf shelf, RankingContext context, string item) =>
        shelf.Ranker.Begin(context).WhyNot(shelf.Assortment.Find(item), new([shelf.InOrder()]), 5);
}
