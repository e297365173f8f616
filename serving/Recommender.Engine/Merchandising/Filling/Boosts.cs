using Recommender.Engine.Assortments;
using Recommender.Engine.Assortments.Columns;
using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>What rules make of scores: the product of the factors of those that are about an item.</summary>
sealed class Boosts(Ranking ranking)
{
    const double MinutesPerDay = 1440;
    const string TrendAttribute = "trend";

    readonly BoundRule[] _factors = ranking.Rules.Of(RuleKind.Boost);
    readonly BoundRule[] _signals = ranking.Rules.Of(RuleKind.BoostBy);
    readonly ItemColumns _columns = ranking.Ranker.Assortment.Columns;

    /// <summary>Whether there are any.</summary>
    public bool Any => _factors.Length + _signals.Length > 0;

    /// <summary>A candidate with its score boosted. Where a score is negative, rising means to come nearer to 0.</summary>
    public Candidate Of(Candidate candidate)
    {
        if (!Any) return candidate;

        var factor = 1.0;
        foreach (var rule in _factors)
        {
            if (rule.IsAbout(candidate.Row)) factor *= rule.Document.Factor ?? 1;
        }
        foreach (var rule in _signals)
        {
            if (rule.IsAbout(candidate.Row)) factor *= 1 + ((rule.Document.Weight ?? 0) * Strength(rule.Document, candidate.Row));
        }
        return candidate with { Score = (float)(candidate.Score < 0 ? candidate.Score / factor : candidate.Score * factor) };
    }

    // 0 to 1; 0 where nothing is known.
    double Strength(RuleDocument rule, int row) => rule.By switch
    {
        Signal.Margin => Clamp(Margin.Of(_columns.Price.Of(row), _columns.Cost.Of(row))),
        Signal.Recency => Recency(row, rule.Days ?? 1),
        Signal.Trend => ranking.Context.Trend is { } trend ? Clamp(trend(row)) : Attribute(TrendAttribute, row),
        _ => Attribute(rule.Attribute ?? "", row),
    };

    double Recency(int row, double days) => _columns.Launched.Of(row) is var launched && launched == TimeColumn.Unknown ? 0
        : Math.Pow(0.5, Math.Max(0, ((double)ranking.Asked.Now - launched) / MinutesPerDay) / days);

    double Attribute(string name, int row) => _columns.Find(name) switch
    {
        NumberColumn numbers => Clamp(numbers.Of(row)),
        FlagColumn flags => flags.Of(row) ? 1 : 0,
        _ => 0,
    };

    static double Clamp(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);
}
