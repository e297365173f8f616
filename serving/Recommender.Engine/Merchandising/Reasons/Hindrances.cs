using Recommender.Engine.Merchandising.Filling;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Reasons;

/// <summary>Finds what keeps an item out of a list.</summary>
static class Hindrances
{
    public static IReadOnlyList<Hindrance> Of(int row, Ranking ranking, CandidateSources sources, int count)
    {
        var found = Barring(row, ranking);
        if (found.Count > 0) return found;

        var list = ranking.Rank(sources, count);
        return list.Any(candidate => candidate.Row == row) ? [] : [.. Yielding(row, ranking, list), Placed(row, ranking, sources, list)];
    }

    // What the item may not come for, whatever its score.
    static List<Hindrance> Barring(int row, Ranking ranking)
    {
        var (found, context, columns) = (new List<Hindrance>(), ranking.Context, ranking.Ranker.Assortment.Columns);
        if (context.IsKnown?.Invoke(row) == false) found.Add(new(HindranceKind.Unknown));
        if (columns.Hidden.Of(row)) found.Add(new(HindranceKind.Hidden));
        if (columns.Discontinued.Of(row)) found.Add(new(HindranceKind.Discontinued));
        if (columns.Stock.Of(row) <= 0) found.Add(new(HindranceKind.OutOfStock) { Number = columns.Stock.Of(row) });
        if (context.Excluded.Contains(row)) found.Add(new(HindranceKind.Excluded));
        if (context.Cart.Contains(row)) found.Add(new(HindranceKind.InCart));
        if (context.Bought.Contains(row)) found.Add(new(HindranceKind.Bought));
        if (Incompatibility.Of(ranking.Ranker.Assortment, context)?.Bars(row) == true) found.Add(new(HindranceKind.Incompatible));
        foreach (var failure in context.Filter?.Failures(row, ranking.Asked) ?? []) found.Add(new(HindranceKind.Filter) { Failure = failure });
        AddRules(row, ranking, found);
        return found;
    }

    static void AddRules(int row, Ranking ranking, List<Hindrance> found)
    {
        foreach (var rule in ranking.Rules.Of(RuleKind.Exclude))
        {
            if (rule.IsAbout(row)) found.Add(new(HindranceKind.ExcludedByRule) { Rule = rule.Document });
        }
        foreach (var rule in ranking.Rules.Of(RuleKind.IncludeOnly))
        {
            foreach (var failure in rule.Rule.Filter?.Failures(row, ranking.Asked) ?? [])
                found.Add(new(HindranceKind.NotIncludedByRule) { Rule = rule.Document, Failure = failure });
        }
    }

    // What made room for others.
    static IEnumerable<Hindrance> Yielding(int row, Ranking ranking, IReadOnlyList<Candidate> list)
    {
        var caps = new Caps(ranking, list.Count);
        foreach (var candidate in list) caps.Add(candidate.Row);
        if (caps.Full(row) is { } cap) yield return new(HindranceKind.Cap) { Rule = cap.Document, Number = cap.Document.Most };
        if (new Fatigue(ranking).Rule(row) is { } fatigue)
            yield return new(HindranceKind.Fatigue) { Rule = fatigue.Document, Number = ranking.Context.Shown?.Invoke(row) };
    }

    static Hindrance Placed(int row, Ranking ranking, CandidateSources sources, IReadOnlyList<Candidate> list)
    {
        var (boosts, before) = (new Boosts(ranking), new HashSet<int>());
        foreach (var source in sources.Blocks)
        {
            Candidate[] block = [.. source(ranking.Ranker.Assortment.Count).Where(candidate => ranking.Allows(candidate.Row) && !before.Contains(candidate.Row))
                .Select(boosts.Of).OrderByDescending(candidate => candidate.Score)];
            var place = Array.FindIndex(block, candidate => candidate.Row == row);
            if (place < 0)
            {
                before.UnionWith(block.Select(candidate => candidate.Row));
                continue;
            }
            var strategy = block[place].Strategy;
            float[] scores = [.. list.Where(candidate => candidate.Strategy == strategy).Select(candidate => candidate.Score)];
            return new(HindranceKind.Outranked)
            {
                Place = before.Count + place + 1,
                Score = block[place].Score,
                Strategy = strategy,
                LastScore = scores.Length > 0 ? scores[^1] : null,
            };
        }
        return new(HindranceKind.NotFound);
    }
}
