using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Filling;
using Recommender.Engine.Merchandising.Reasons;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising;

/// <summary>The ranking of one list: says which items may come while they are scored, and makes the list of what was found.</summary>
public sealed class Ranking
{
    readonly ItemGate _gate;

    internal Ranking(Ranker ranker, RankingContext context, DateTimeOffset now)
    {
        (Ranker, Context, Set) = (ranker, context, ranker.Rules);
        Asked = FilterContext.At(now, context.Anchor);
        Rules = ActiveRules.For(Set, context, Asked, now);
        _gate = new(ranker.Assortment, context, Asked, Rules);
    }

    internal Ranker Ranker { get; }

    internal RankingContext Context { get; }

    internal RuleSet Set { get; }

    internal FilterContext Asked { get; }

    internal ActiveRules Rules { get; }

    /// <summary>Whether a row's item may come: to be asked while items are scored. It allocates nothing.</summary>
    public bool Allows(int row) => _gate.Allows(row);

    /// <summary>
    /// The list: as long as was asked for while the sources have items that may come. It holds nothing that <see cref="Allows"/> bars, nothing
    /// twice, and no more of a group than a cap lets in.
    /// </summary>
    public IReadOnlyList<Candidate> Rank(CandidateSources sources, int count)
    {
        if (Context.Visit is not { } visit) return Fill(sources, count, []);

        var remembered = Ranker.Visits.Recall(visit, this);
        if (remembered.Count > count) remembered = [.. remembered.Take(count)];
        var list = remembered.Count == count ? remembered : Fill(sources, count, remembered);
        if (!ReferenceEquals(list, remembered)) Ranker.Visits.Keep(visit, this, list);
        return list;
    }

    /// <summary>
    /// What keeps a row's item out of the list that <see cref="Rank"/> makes, the first that matters first; nothing when the item is in it.
    /// </summary>
    public IReadOnlyList<Hindrance> WhyNot(int row, CandidateSources sources, int count) => Hindrances.Of(row, this, sources, count);

    IReadOnlyList<Candidate> Fill(CandidateSources sources, int count, IReadOnlyList<Candidate> kept)
    {
        if (Rules.IsPlain) return PlainList.Fill(this, sources, count, kept);

        using var list = new RuledList(this, sources, count, kept);
        return list.Fill();
    }
}
