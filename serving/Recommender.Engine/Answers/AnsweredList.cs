using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Reasons;

namespace Recommender.Engine.Answers;

/// <summary>A list that a question asks of a version: where its items come from, and which of them may come.</summary>
abstract class AnsweredList(Shop shop, VersionRows rows, Question question)
{
    Ranking? _ranking;

    /// <summary>The shop.</summary>
    protected Shop Shop => shop;

    /// <summary>The question.</summary>
    protected Question Question => question;

    /// <summary>The rows of the version's items.</summary>
    protected VersionRows Rows => rows;

    /// <summary>The ranking of this one list.</summary>
    protected Ranking Ranking => _ranking ??= shop.Begin(Context());

    /// <summary>Where the items come from.</summary>
    protected abstract CandidateSources Sources { get; }

    /// <summary>The list as it is answered.</summary>
    public AnsweredItem[] Items()
    {
        var ranked = Ranking.Rank(Sources, question.Count);
        var items = new AnsweredItem[ranked.Count];
        for (var place = 0; place < items.Length; place++) items[place] = Item(ranked[place]);
        return items;
    }

    /// <summary>What keeps an item out; nothing when it is in.</summary>
    public IReadOnlyList<Hindrance> WhyNot(string item) => shop.Assortment.Find(item) is >= 0 and var row
        ? Ranking.WhyNot(row, Sources, question.Count) : [new(HindranceKind.Unknown)];

    /// <summary>What the question says of the list.</summary>
    protected abstract RankingContext Context();

    /// <summary>What every list's context has.</summary>
    protected RankingContext Begun(Surface surface, string? anchor, (string Model, int Version) version) => new()
    {
        Surface = surface,
        Anchor = anchor is null ? -1 : shop.Assortment.Find(anchor),
        Filter = shop.FilterOf(question),
        Excluded = shop.RowsOf(question.Exclude),
        IsKnown = rows.Has,
        Visit = question.Session is null ? null : VisitOf(surface, version),
    };

    /// <summary>What speaks for an item; nothing unless it was asked for.</summary>
    protected virtual IReadOnlyList<Evidence> EvidenceOf(Candidate candidate) => [];

    /// <summary>Whether an item, by the version's number, may come.</summary>
    protected bool Allows(int item) => Ranking.Allows(rows[item]);

    // The first of these items that may come, as many as are wanted.
    protected Candidate[] Popular(int[] order, Strategy strategy, int count, Func<int, bool> allows)
    {
        var (found, candidates) = (0, new Candidate[Math.Min(count, order.Length)]);
        for (var place = 0; place < order.Length && found < candidates.Length; place++)
        {
            if (allows(order[place])) candidates[found++] = new(rows[order[place]], 1f / (place + 1), strategy);
        }
        return found == candidates.Length ? candidates : candidates[..found];
    }

    AnsweredItem Item(Candidate candidate) =>
        new(shop.Assortment.IdOf(candidate.Row), candidate.Score, candidate.Strategy, question.Explain ? EvidenceOf(candidate) : []);

    string VisitOf(Surface surface, (string Model, int Version) version) => string.Join('\n',
        [question.Session, $"{surface}", $"{version.Model}@{version.Version}", question.Customer, $"{question.Repeats}", question.Filter, .. question.Items, "", .. question.Exclude]);
}
