using Recommender.Engine.Answers;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class RankingTests
{
    static readonly RankingContext Anywhere = new();

    [Fact]
    public void Without_rules_blocks_follow_each_other_and_nothing_comes_twice()
    {
        var shelf = Shelf.Of(20);

        var list = shelf.Ranker.Begin(Anywhere).Rank(new([shelf.InOrder(most: 3), shelf.InOrder(Strategy.Popular)]), 5);

        Assert.Equal([0, 1, 2, 3, 4], list.Select(candidate => candidate.Row));
        Assert.Equal([Strategy.Personalised, Strategy.Personalised, Strategy.Personalised, Strategy.Popular, Strategy.Popular], list.Select(candidate => candidate.Strategy));
    }

    [Fact]
    public void What_may_not_come_is_made_good_from_further_down()
    {
        var shelf = Shelf.Of(20);
        shelf.Assortment.Apply([SampleShop.Change("A0", ("stock", 0)), SampleShop.Change("A2", ("hidden", true)), SampleShop.Change("A9", ("incompatible_with", new[] { "A7" })), SampleShop.Change("A7", ("incompatible_with", new[] { "A8" }))]);

        var list = shelf.Rank(new() { Excluded = [1], Bought = [3], Cart = [5, 7], IsKnown = row => row != 6, Filter = Filter.Parse("brand != 'b4'", shelf.Assortment) }, 3, shelf.InOrder());

        Assert.Equal(["A10", "A11", "A12"], list);
    }

    [Fact]
    public void A_rule_acts_at_its_time_and_place_only()
    {
        var shelf = Shelf.Of(5);
        var now = shelf.Clock.Now;
        shelf.With(Shelf.Rule(RuleKind.Exclude, "item_id = 'A0'") with { Starts = now.AddHours(1), Ends = now.AddHours(2), Surface = Surface.Cart });

        Assert.Equal("A0", First(Surface.Cart));
        shelf.Clock.Now = now.AddHours(1);
        Assert.Equal("A1", First(Surface.Cart));
        Assert.Equal("A0", First(Surface.Home));
        Assert.Equal("A0", First(Surface.Any));
        shelf.Clock.Now = now.AddHours(2);
        Assert.Equal("A0", First(Surface.Cart));
        shelf.With(Shelf.Rule(RuleKind.Exclude, "item_id = 'A0'") with { IsEnabled = false });
        Assert.Equal("A0", First(Surface.Any));

        string First(Surface surface) => shelf.Rank(new() { Surface = surface }, 1, shelf.InOrder())[0];
    }

    [Fact]
    public void Every_rule_that_includes_only_must_be_met_and_one_on_the_anchor_needs_one()
    {
        var shelf = Shelf.Of(40).With(Shelf.Rule(RuleKind.IncludeOnly, "category = 'c1'"), Shelf.Rule(RuleKind.IncludeOnly, "brand != anchor.brand"));

        Assert.Equal(["A11", "A12"], shelf.Rank(new() { Anchor = 0 }, 2, shelf.InOrder()));
        Assert.Equal(["A10", "A11"], shelf.Rank(Anywhere, 2, shelf.InOrder()));
    }

    [Fact]
    public void A_boost_lifts_and_buries_inside_its_block()
    {
        var shelf = Shelf.Of(20).With(
            Shelf.Rule(RuleKind.Boost, "brand = 'b7'") with { Factor = 2 }, Shelf.Rule(RuleKind.Boost, "item_id in ('A0', 'A17')") with { Factor = 0.1 });

        Assert.Equal(["A7", "A1", "A2"], shelf.Rank(Anywhere, 3, shelf.InOrder()));
        Assert.Equal(["A1", "A2", "A0"], shelf.Rank(Anywhere, 3, shelf.InOrder(most: 3), shelf.InOrder(Strategy.Popular)));
    }

    [Fact]
    public void A_boost_lifts_an_item_whose_score_is_below_nothing()
    {
        var shelf = Shelf.Of(20).With(Shelf.Rule(RuleKind.Boost, "brand = 'b7'") with { Factor = 2 }, Shelf.Rule(RuleKind.Boost, "brand = 'b0'") with { Factor = 0.5 });

        Assert.Equal(["A7", "A17", "A1"], shelf.Rank(Anywhere, 3, count => [.. shelf.InOrder()(count).Select(candidate => candidate with { Score = candidate.Score - 2 })]));
    }

    [Theory]
    [InlineData(Signal.Margin, null, "A5")]
    [InlineData(Signal.Recency, null, "A0")]
    [InlineData(Signal.Trend, null, "A6")]
    [InlineData(Signal.Attribute, "strategic", "A7")]
    [InlineData(Signal.Attribute, "glow", "A8")]
    public void A_signal_lifts_what_has_most_of_it(Signal signal, string? attribute, string first)
    {
        var shelf = Shelf.Of(10);
        shelf.Assortment.Apply([SampleShop.Change("A5", ("cost", 0)), SampleShop.Change("A6", ("trend", 1)), SampleShop.Change("A7", ("strategic", true)), SampleShop.Change("A8", ("glow", 7)), SampleShop.Change("A9", ("glow", 0.5))]);
        shelf.With(Shelf.Rule(RuleKind.BoostBy) with { By = signal, Attribute = attribute, Weight = 3, Days = 2 });

        Assert.Equal(first, shelf.Rank(Anywhere, 1, count => [.. Enumerable.Range(0, 10).Select(row => new Candidate(row, 1, Strategy.Personalised)).Take(count)])[0]);
    }

    [Fact]
    public void A_trend_of_the_engine_goes_before_the_attribute()
    {
        var shelf = Shelf.Of(10).With(Shelf.Rule(RuleKind.BoostBy) with { By = Signal.Trend, Weight = 3 });
        shelf.Assortment.Apply([SampleShop.Change("A6", ("trend", 1))]);

        Assert.Equal("A4", shelf.Rank(new() { Trend = row => row == 4 ? 1 : 0 }, 1, shelf.InOrder())[0]);
    }

    [Fact]
    public void Pins_stand_at_their_places_and_yield_to_what_bars_them()
    {
        var shelf = Shelf.Of(20).With(Pin("A15", 2), Pin("A16", 2), Pin("A17", 9), Pin("A18", 1), Pin("nobody", 1), Pin("A3", 4) with { Condition = "price > 100" });
        shelf.Assortment.Apply([SampleShop.Change("A18", ("stock", 0))]);

        Assert.Equal(["A0", "A15", "A16", "A1", "A2"], shelf.Rank(Anywhere, 5, shelf.InOrder()));
        Assert.Equal(["A0", "A15", "A16", "A1", "A17"], shelf.Rank(Anywhere, 9, shelf.InOrder(most: 2)));

        static RuleDocument Pin(string item, int position) => Shelf.Rule(RuleKind.Pin) with { Item = item, Position = position };
    }

    [Fact]
    public void Caps_count_pins_and_look_down_as_far_as_they_must()
    {
        var shelf = Shelf.Of(500).With(
            Shelf.Rule(RuleKind.Cap) with { Per = Grouping.Category, Most = 1 }, Shelf.Rule(RuleKind.Cap) with { Per = Grouping.Brand, Most = 3 },
            Shelf.Rule(RuleKind.Pin) with { Item = "A25", Position = 3 });

        var list = shelf.Rank(Anywhere, 12, shelf.InOrder());

        Assert.Equal(["A0", "A10", "A25", "A30", "A41", "A51", "A61", "A72", "A82", "A92", "A103", "A113"], list);
    }

    [Fact]
    public void A_cap_about_some_items_counts_those_alone()
    {
        var shelf = Shelf.Of(40).With(Shelf.Rule(RuleKind.Cap, "category = 'c0'") with { Per = Grouping.Category, Most = 2 });

        Assert.Equal(["A0", "A1", "A10", "A11", "A12"], shelf.Rank(Anywhere, 5, shelf.InOrder()));
    }

    [Fact]
    public void Diversity_mixes_a_list_the_more_the_stronger_it_is()
    {
        var shelf = Shelf.Of(100);

        var distinct = new[] { 0, 0.3, 0.9 }.Select(strength =>
            shelf.With(Shelf.Rule(RuleKind.Diversity) with { Strength = strength }).Rank(Anywhere, 10, shelf.InOrder()).Select(id => id.Length < 3 ? "c0" : id[..2]).Distinct().Count()).ToArray();

        Assert.Equal(1, distinct[0]);
        Assert.True(distinct[0] < distinct[1] && distinct[1] <= distinct[2]);
        Assert.Equal(["A0", "A2", "A1"], shelf.Rank(new() { Likeness = (row, other) => row + other == 1 ? 1 : 0 }, 3, shelf.InOrder(most: 3)));
    }

    [Fact]
    public void What_has_tired_comes_last_those_shown_least_first()
    {
        var shelf = Shelf.Of(6).With(Shelf.Rule(RuleKind.Fatigue) with { Most = 3 });
        var context = new RankingContext { Shown = row => row switch { 0 => 9, 1 => 3, 2 => 2, _ => 0 } };

        Assert.Equal(["A2", "A3", "A4"], shelf.Rank(context, 3, shelf.InOrder()));
        Assert.Equal(["A2", "A3", "A4", "A5", "A1", "A0"], shelf.Rank(context, 10, shelf.InOrder(most: 3), shelf.InOrder(Strategy.Popular)));
    }

    [Fact]
    public void New_items_get_their_share_evenly_from_their_own_source_too()
    {
        var shelf = Shelf.Of(100).With(Shelf.Rule(RuleKind.NewItems) with { Share = 0.25, Days = 10 });
        CandidateSource oldest = count => [.. Enumerable.Range(0, 80).Select(place => new Candidate(99 - place, 1f / (place + 1), Strategy.Personalised)).Take(count)];

        var list = shelf.Ranker.Begin(Anywhere).Rank(new([oldest], shelf.InOrder(Strategy.Popular, most: 40)), 8);

        Assert.Equal([99, 0, 98, 97, 96, 1, 95, 94], list.Select(candidate => candidate.Row));
        Assert.Equal([1, 5], Enumerable.Range(0, 8).Where(place => list[place].Strategy == Strategy.New));
        Assert.Equal(8, shelf.Rank(Anywhere, 8, oldest).Length);
    }
}
