using Recommender.Engine.Assortments;
using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Merchandising;

/// <summary>
/// Items that do not go with the anchor or the cart: their list <c>incompatible_with</c> names an item of these by its id, or is named by it.
/// </summary>
sealed class Incompatibility
{
    /// <summary>The attribute that lists the ids of items that an item does not go with.</summary>
    public const string Attribute = "incompatible_with";

    readonly ListColumn _lists;
    readonly HashSet<int> _named = [];   // rows that the anchor or the cart does not go with
    readonly HashSet<int> _naming = [];  // words: the ids of the anchor and the cart

    Incompatibility(ListColumn lists) => _lists = lists;

    /// <summary>Null where there is nothing that an item could be incompatible with.</summary>
    public static Incompatibility? Of(Assortment assortment, RankingContext context)
    {
        if ((context.Anchor < 0 && context.Cart.Count == 0) || assortment.Columns.Find(Attribute) is not ListColumn { Present: > 0 } lists) return null;

        var incompatibility = new Incompatibility(lists);
        if (context.Anchor >= 0) incompatibility.Add(context.Anchor, assortment);
        foreach (var row in context.Cart) incompatibility.Add(row, assortment);
        return incompatibility;
    }

    public bool Bars(int row)
    {
        if (_named.Contains(row)) return true;

        foreach (var word in _lists.Of(row))
        {
            if (_naming.Contains(word)) return true;
        }
        return false;
    }

    void Add(int row, Assortment assortment)
    {
        if (_lists.Words.Spelt(assortment.IdOf(row)) is > 0 and var word) _naming.Add(word);
        foreach (var named in _lists.Of(row))
        {
            if (_lists.Words[named] is { } id && assortment.Find(id) is >= 0 and var other) _named.Add(other);
        }
    }
}
