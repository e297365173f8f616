using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;

namespace Recommender.Engine.Merchandising;

/// <summary>Whether an item may stand in a list: the part of ranking that is asked for every item scored.</summary>
sealed class ItemGate
{
    readonly Assortment _assortment;
    readonly HashSet<int>? _barred;
    readonly Func<int, bool>? _isKnown;
    readonly Incompatibility? _incompatibility;
    readonly Condition[] _wanted;
    readonly Condition[] _unwanted;

    public ItemGate(Assortment assortment, RankingContext context, FilterContext asked, ActiveRules rules)
    {
        (_assortment, _isKnown) = (assortment, context.IsKnown);
        _barred = Barred(context);
        _incompatibility = Incompatibility.Of(assortment, context);
        _wanted = context.Filter is { } filter ? [filter.Bind(asked), .. rules.Wanted] : rules.Wanted;
        _unwanted = rules.Unwanted;
    }

    public bool Allows(int row)
    {
        if (!_assortment.IsOffered(row) || _barred?.Contains(row) == true || _isKnown?.Invoke(row) == false) return false;

        foreach (var condition in _wanted)
        {
            if (!condition.Meets(row)) return false;
        }
        foreach (var condition in _unwanted)
        {
            if (condition.Meets(row)) return false;
        }
        return _incompatibility?.Bars(row) != true;
    }

    static HashSet<int>? Barred(RankingContext context)
    {
        var count = context.Excluded.Count + context.Cart.Count + context.Bought.Count;
        if (count == 0) return null;

        var barred = new HashSet<int>(count);
        foreach (var row in context.Excluded) barred.Add(row);
        foreach (var row in context.Cart) barred.Add(row);
        foreach (var row in context.Bought) barred.Add(row);
        return barred;
    }
}
