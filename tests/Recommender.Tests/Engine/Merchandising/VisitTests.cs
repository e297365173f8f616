using Recommender.Engine.Answers;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class VisitTests
{
    static readonly RankingContext Visit = new() { Visit = "v1 beauty@3 home 4" };

    [Fact]
    public void The_same_question_of_a_visit_gets_the_same_list_whatever_the_scores_are_now()
    {
        var shelf = Shelf.Of(20);
        var first = shelf.Rank(Visit, 4, shelf.InOrder());

        Assert.Equal(first, shelf.Rank(Visit, 4, Backwards));
        Assert.Equal(["A9", "A8", "A7", "A6"], shelf.Rank(new() { Visit = "v2 beauty@3 home 4" }, 4, Backwards));
        Assert.Equal(["A9", "A8", "A7", "A6"], shelf.Rank(new(), 4, Backwards));
    }

    [Fact]
    public void An_item_that_may_no_longer_come_is_replaced_and_the_others_keep_their_order()
    {
        var shelf = Shelf.Of(20);
        shelf.Rank(Visit, 4, shelf.InOrder());

        shelf.Assortment.Apply([SampleShop.Change("A1", ("stock", 0))]);

        Assert.Equal(["A0", "A2", "A3", "A9"], shelf.Rank(Visit, 4, Backwards));
        Assert.Equal(["A0", "A2", "A3", "A9"], shelf.Rank(Visit, 4, shelf.InOrder()));
    }

    [Fact]
    public void Other_rules_and_time_make_another_list()
    {
        var shelf = Shelf.Of(20);
        shelf.Rank(Visit, 4, shelf.InOrder());
        shelf.Clock.Now += TimeSpan.FromMinutes(31);
        Assert.Equal("A9", shelf.Rank(Visit, 4, Backwards)[0]);

        shelf.With(Shelf.Rule(RuleKind.Pin) with { Item = "A15", Position = 1, Starts = shelf.Clock.Now.AddMinutes(5) });
        Assert.Equal("A0", shelf.Rank(Visit, 4, shelf.InOrder())[0]);
        shelf.Clock.Now += TimeSpan.FromMinutes(6);
        Assert.Equal("A15", shelf.Rank(Visit, 4, shelf.InOrder())[0]);
    }

    static IReadOnlyList<Candidate> Backwards(int count) => [.. Enumerable.Range(0, 10).Select(place => new Candidate(9 - place, 1f / (place + 1), Strategy.Personalised)).Take(count)];
}
