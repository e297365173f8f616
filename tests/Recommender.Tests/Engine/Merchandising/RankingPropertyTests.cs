using Recommender.Engine.Answers;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;
using Xunit;

namespace Recommender.Tests.Engine.Merchandising;

public sealed class RankingPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_lists_by_random_rules_keep_every_promise(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var items = SampleShop.Random(random, random.Next(1, 120));
            var shelf = new Shelf(SampleShop.Of(items)).With([.. Rules(random, items.Length)]);
            shelf.Assortment.Apply([.. Enumerable.Range(0, items.Length).Where(_ => random.Next(8) == 0).Select(item => SampleShop.Change($"I{item}", ("stock", 0)))]);
            var context = Context(random, shelf, items.Length);
            var count = random.Next(1, 40);
            var sources = Sources(random, items.Length);

            var ranking = shelf.Ranker.Begin(context);
            var list = ranking.Rank(sources, count);

            Assert.All(list, candidate => Assert.True(ranking.Allows(candidate.Row)));
            Assert.Equal(list.Count, list.Select(candidate => candidate.Row).Distinct().Count());
            Assert.InRange(list.Count, 0, count);
            CapsHold(shelf, list);
            if (list.Count < count) NothingThatCouldComeIsLeft(shelf, ranking, sources, list, items.Length);
            Assert.Equal(list, shelf.Ranker.Begin(context).Rank(sources, count));
            FirstPinStands(shelf, ranking, list, count);
        }
    }

    static void CapsHold(Shelf shelf, IReadOnlyList<Candidate> list)
    {
        foreach (var cap in Those(shelf, RuleKind.Cap))
        {
            var groups = list.Select(candidate => Group(shelf, cap, candidate.Row)).OfType<string>().GroupBy(group => group.ToUpperInvariant());
            Assert.All(groups, group => Assert.InRange(group.Count(), 1, cap.Most!.Value));
        }
    }

    static void NothingThatCouldComeIsLeft(Shelf shelf, Ranking ranking, CandidateSources sources, IReadOnlyList<Candidate> list, int items)
    {
        var taken = list.Select(candidate => candidate.Row).ToHashSet();
        var caps = Those(shelf, RuleKind.Cap).ToArray();
        foreach (var left in sources.Blocks.SelectMany(source => source(items)).Where(candidate => ranking.Allows(candidate.Row) && !taken.Contains(candidate.Row)))
        {
            Assert.Contains(caps, cap => Group(shelf, cap, left.Row) is { } group
                && list.Count(candidate => string.Equals(Group(shelf, cap, candidate.Row), group, StringComparison.OrdinalIgnoreCase)) >= cap.Most);
        }
    }

    static void FirstPinStands(Shelf shelf, Ranking ranking, IReadOnlyList<Candidate> list, int count)
    {
        if (Those(shelf, RuleKind.Cap).Any()) return;

        var pin = Those(shelf, RuleKind.Pin).Where(pin => pin.Position <= count && ranking.Allows(shelf.Assortment.Find(pin.Item!))).OrderBy(pin => pin.Position).FirstOrDefault();
        if (pin is null) return;

        var place = list.Select(candidate => candidate.Row).ToList().IndexOf(shelf.Assortment.Find(pin.Item!));
        Assert.InRange(place, 0, pin.Position!.Value - 1);
        if (place < pin.Position - 1) Assert.All(list.Skip(place), candidate => Assert.Equal(Strategy.Pinned, candidate.Strategy));
    }

    static IEnumerable<RuleDocument> Those(Shelf shelf, RuleKind kind) => shelf.Ranker.Rules.Rules.Select(rule => rule.Document).Where(rule => rule.Kind == kind);

    static string? Group(Shelf shelf, RuleDocument cap, int row) => shelf.Assortment.Value(row, cap.Per!.Value.ToString().ToLowerInvariant())?.Text;

    static IEnumerable<RuleDocument> Rules(Random random, int items)
    {
        for (var rule = random.Next(6); rule > 0; rule--)
        {
            yield return random.Next(9) switch
            {
                0 => Shelf.Rule(RuleKind.Exclude, Guess.Random(random, 1).Text),
                1 when random.Next(3) == 0 => Shelf.Rule(RuleKind.IncludeOnly, Guess.Random(random, 2).Text),
                2 => Shelf.Rule(RuleKind.Boost, Guess.Random(random, 2).Text) with { Factor = random.Next(2) == 0 ? 5 : 0.1 },
                3 => Shelf.Rule(RuleKind.BoostBy) with { By = Signal.Margin, Weight = 3 },
                4 => Shelf.Rule(RuleKind.Pin) with { Item = $"I{random.Next(items)}", Position = random.Next(1, 12) },
                5 => Shelf.Rule(RuleKind.Fatigue) with { Most = random.Next(1, 3) },
                6 => Shelf.Rule(RuleKind.NewItems) with { Share = random.NextDouble(), Days = 40 },
                7 => Shelf.Rule(RuleKind.Diversity) with { Strength = random.NextDouble() },
                _ => Shelf.Rule(RuleKind.Cap) with { Per = random.Next(2) == 0 ? Grouping.Brand : Grouping.Category, Most = random.Next(1, 4) },
            };
        }
    }

    static RankingContext Context(Random random, Shelf shelf, int items)
    {
        var shown = Enumerable.Range(0, items).Select(_ => random.Next(4)).ToArray();
        return new()
        {
            Anchor = random.Next(2) == 0 ? random.Next(items) : -1,
            Excluded = [random.Next(items), random.Next(items)],
            Cart = random.Next(2) == 0 ? [random.Next(items)] : [],
            Filter = random.Next(3) == 0 ? Filter.Parse("price is present or not vegan", shelf.Assortment) : null,
            Shown = random.Next(2) == 0 ? row => shown[row] : null,
        };
    }

    // Two or three strategies, each with its own items in its own order, some of which may not come at all.
    static CandidateSources Sources(Random random, int items)
    {
        var orders = Enumerable.Range(0, random.Next(2, 4)).Select(block =>
        {
            int[] rows = [.. Enumerable.Range(0, items)];
            random.Shuffle(rows);
            return rows[..(block == 0 ? random.Next(items + 1) : items)].Select((row, place) => new Candidate(row, 3 - place, Strategy.Personalised + block)).ToArray();
        }).ToArray();
        CandidateSource newItems = count => orders[^1][..Math.Min(count, items)];
        return new([.. orders.Select(order => (CandidateSource)(count => order[..Math.Min(count, order.Length)]))], random.Next(2) == 0 ? newItems : null);
    }
}
