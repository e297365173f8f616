using System.Runtime.InteropServices;
using Recommender.Engine.Assortments;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>How many items of each group are in a list, against what caps let in. An item without a group is in no group's way.</summary>
sealed class Caps(Ranking ranking)
{
    readonly BoundRule[] _caps = ranking.Rules.Of(RuleKind.Cap);
    readonly Dictionary<(int Cap, int Group), int> _counts = [];

    /// <summary>Whether one more item may come.</summary>
    public bool Allow(int row) => Full(row) is null;

    /// <summary>The cap that keeps an item out; null when none does.</summary>
    public BoundRule? Full(int row)
    {
        for (var cap = 0; cap < _caps.Length; cap++)
        {
            if (Group(cap, row) is > 0 and var group && _counts.GetValueOrDefault((cap, group)) >= _caps[cap].Document.Most) return _caps[cap];
        }
        return null;
    }

    /// <summary>Counts an item that came.</summary>
    public void Add(int row)
    {
        for (var cap = 0; cap < _caps.Length; cap++)
        {
            if (Group(cap, row) is > 0 and var group) CollectionsMarshal.GetValueRefOrAddDefault(_counts, (cap, group), out _)++;
        }
    }

    int Group(int cap, int row) => !_caps[cap].IsAbout(row) ? 0 : GroupOf(ranking.Ranker.Assortment, _caps[cap].Document.Per, row);

    static int GroupOf(Assortment assortment, Grouping? per, int row) => per switch
    {
        Grouping.Category => assortment.CategoryOf(row),
        Grouping.Family => assortment.FamilyOf(row),
        _ => assortment.BrandOf(row),
    };
}
