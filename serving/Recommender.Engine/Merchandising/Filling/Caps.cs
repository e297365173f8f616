using Recommender.Engine.Assortments;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>How many items of each group are in a list, against what caps let in. An item without a group is in no group's way.</summary>
sealed class Caps(Ranking ranking, int count)
{
    readonly BoundRule[] _caps = ranking.Rules.Of(RuleKind.Cap);
    readonly int[] _groups = new int[ranking.Rules.Of(RuleKind.Cap).Length * count];   // cap by cap, the group of each item in the list
    int _items;

    /// <summary>Whether one more item may come.</summary>
    public bool Allow(int row) => Full(row) is null;

    /// <summary>The cap that keeps an item out; null when none does.</summary>
    public BoundRule? Full(int row)
    {
        for (var cap = 0; cap < _caps.Length; cap++)
        {
            // Lists are short: a pass over their groups is quicker than a hash.
            if (Group(cap, row) is > 0 and var group && _groups.AsSpan(cap * count, _items).Count(group) >= _caps[cap].Document.Most) return _caps[cap];
        }
        return null;
    }

    /// <summary>Counts an item that came.</summary>
    public void Add(int row)
    {
        for (var cap = 0; cap < _caps.Length; cap++) _groups[(cap * count) + _items] = Group(cap, row);
        _items++;
    }

    int Group(int cap, int row) => !_caps[cap].IsAbout(row) ? 0 : GroupOf(ranking.Ranker.Assortment, _caps[cap].Document.Per, row);

    static int GroupOf(Assortment assortment, Grouping? per, int row) => per switch
    {
        Grouping.Category => assortment.CategoryOf(row),
        Grouping.Family => assortment.FamilyOf(row),
        _ => assortment.BrandOf(row),
    };
}
