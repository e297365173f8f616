using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Rules;

/// <summary>Finds the baskets with all of some items by walking along their lists, the shortest first.</summary>
sealed class CommonBaskets(CsrMatrix itemBaskets)
{
    readonly int[] _order = new int[ItemsetTree.Longest];
    int[] _baskets = [];

    /// <summary>The baskets with every item, ascending; they stand until the next call.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<int> items)
    {
        for (var at = 0; at < items.Length; at++) Insert(items[at], at);
        var first = itemBaskets.RowIndices(_order[0]);
        if (_baskets.Length < first.Length) _baskets = new int[first.Length];
        first.CopyTo(_baskets);
        var count = first.Length;
        for (var at = 1; at < items.Length; at++) count = Keep(count, itemBaskets.RowIndices(_order[at]));
        return _baskets.AsSpan(0, count);
    }

    void Insert(int item, int count)
    {
        var place = count;
        for (; place > 0 && itemBaskets.RowCount(_order[place - 1]) > itemBaskets.RowCount(item); place--) _order[place] = _order[place - 1];
        _order[place] = item;
    }

    int Keep(int count, ReadOnlySpan<int> others)
    {
        var (kept, other) = (0, 0);
        for (var at = 0; at < count && other < others.Length; at++)
        {
            var basket = _baskets[at];
            while (other < others.Length && others[other] < basket) other++;
            if (other < others.Length && others[other] == basket) _baskets[kept++] = basket;
        }
        return kept;
    }
}
