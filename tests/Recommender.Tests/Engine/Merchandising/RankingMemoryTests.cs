using Recommender.Engine.Answers;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class RankingMemoryTests
{
    const int Most = 4096;

    static readonly RuleDocument[] Usual =
    [
        Shelf.Rule(RuleKind.Exclude, "brand = 'b3'"), Shelf.Rule(RuleKind.Cap) with { Per = Grouping.Category, Most = 2 }, Shelf.Rule(RuleKind.Boost, "brand = 'b5'") with { Factor = 2 },
        Shelf.Rule(RuleKind.BoostBy) with { By = Signal.Margin, Weight = 1 }, Shelf.Rule(RuleKind.Pin) with { Item = "A400", Position = 3 },
        Shelf.Rule(RuleKind.Diversity) with { Strength = 0.5 }, Shelf.Rule(RuleKind.NewItems) with { Share = 0.2, Days = 300 },
    ];

    [Fact]
    public void A_list_of_20_without_rules_takes_less_than_a_kilobyte() => Assert.InRange(Taken(Shelf.Of(1000)), 1, 1024);

    [Fact]
    public void A_list_of_20_by_rules_takes_less_than_four() => Assert.InRange(Taken(Shelf.Of(1000).With(Usual)), 1, Most);

    static long Taken(Shelf shelf)
    {
        var ready = Enumerable.Range(0, 1000).Select(row => new Candidate(row, 1 - (row / 1000f), Strategy.Personalised)).ToArray();
        var prefixes = new Dictionary<int, Candidate[]>();
        var sources = new CandidateSources([count => prefixes.TryGetValue(count, out var known) ? known : prefixes[count] = ready[..Math.Min(count, ready.Length)]]);
        var context = new RankingContext { Filter = Filter.Parse("price > 3", shelf.Assortment) };
        for (var time = 0; time < 10; time++) Assert.Equal(20, shelf.Ranker.Begin(context).Rank(sources, 20).Count);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 10; time++) _ = shelf.Ranker.Begin(context).Rank(sources, 20);

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
    }
}
