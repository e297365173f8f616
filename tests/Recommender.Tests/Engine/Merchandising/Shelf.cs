using Recommender.Engine.Answers;
using Recommender.Engine.Assortments;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;
using Recommender.Tests.Engine.Filters;

namespace Recommender.Tests.Engine.Merchandising;

/// <summary>A shop with a ranker, at a time that the test moves on, and sources of candidates over it.</summary>
sealed class Shelf
{
    public Shelf(Assortment assortment)
    {
        Assortment = assortment;
        Ranker = new(assortment, Clock);
    }

    public MovedClock Clock { get; } = new(DateTimeOffset.UnixEpoch.AddMinutes(SampleShop.Now));

    public Assortment Assortment { get; }

    public Ranker Ranker { get; }

    /// <summary>Items A0, A1, ...: categories by tens, brands by the last digit, launched as many days ago as their number.</summary>
    public static Shelf Of(int items) => new(SampleShop.Of([.. Enumerable.Range(0, items).Select(item => ($"A{item}", Fields(item)))]));

    public Shelf With(params RuleDocument[] rules)
    {
        Ranker.Rules = RuleSet.Of(rules, Assortment);
        if (Ranker.Rules.Faults is [var fault, ..]) throw fault;
        return this;
    }

    public string[] Rank(RankingContext context, int count, params CandidateSource[] sources) =>
        [.. Ranker.Begin(context).Rank(new(sources), count).Select(candidate => Assortment.IdOf(candidate.Row))];

    /// <summary>All rows by their number, the first best, with scores from 1 down.</summary>
    public CandidateSource InOrder(Strategy strategy = Strategy.Personalised, int? most = null) =>
        count => [.. Enumerable.Range(0, Math.Min(count, most ?? Assortment.Count)).Select(row => new Candidate(row, 1 - (row / 1000f), strategy))];

    public static RuleDocument Rule(RuleKind kind, string? condition = null) => new() { Id = Guid.NewGuid().ToString(), Kind = kind, Condition = condition };

    static (string, object?)[] Fields(int item) =>
    [
        ("category", $"c{item / 10}"), ("brand", $"b{item % 10}"), ("price", item + 1), ("cost", (item + 1) * 0.5),
        ("launched_at", DateTimeOffset.UnixEpoch.AddMinutes(SampleShop.Now).AddDays(-item).ToString("O")),
    ];
}
