using Recommender.Engine.Assortments.Columns;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The places that are kept for new items, spread evenly over the list.</summary>
sealed class NewShare(Ranking ranking)
{
    const double MinutesPerDay = 1440;

    readonly BoundRule[] _rules = ranking.Rules.Of(RuleKind.NewItems);
    readonly int[] _come = new int[ranking.Rules.Of(RuleKind.NewItems).Length];

    /// <summary>Whether any places are kept.</summary>
    public bool Any => _rules.Length > 0;

    /// <summary>The rule whose share is behind when the list gets so long; null when none is.</summary>
    public BoundRule? Behind(int length)
    {
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            if (Math.Floor((length * (_rules[rule].Document.Share ?? 0)) + 0.5) > _come[rule]) return _rules[rule];
        }
        return null;
    }

    /// <summary>Counts an item that came.</summary>
    public void Add(int row)
    {
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            if (IsNew(row, _rules[rule])) _come[rule]++;
        }
    }

    /// <summary>Whether an item is new in the sense of a rule.</summary>
    public bool IsNew(int row, BoundRule rule) =>
        ranking.Ranker.Assortment.Columns.Launched.Of(row) is var launched && launched != TimeColumn.Unknown
        && ((double)ranking.Asked.Now - launched) / MinutesPerDay <= rule.Document.Days && rule.IsAbout(row);
}
