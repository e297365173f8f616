using System.Numerics;
using System.Numerics.Tensors;
using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// Finds the baskets with all of some items: by their bits where those fit into memory, else by walking along their lists, the shortest
/// first. For one thread.
/// </summary>
sealed class CommonBaskets(CsrMatrix itemBaskets, ItemBits? bits)
{
    readonly int[] _order = new int[ItemsetTree.Longest];
    int[] _baskets = [];
    ulong[] _words = [];

    /// <summary>The baskets with every item, ascending; they stand until the next call.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<int> items)
    {
        for (var at = 0; at < items.Length; at++) Insert(items[at], at);
        var first = itemBaskets.RowIndices(_order[0]);
        if (_baskets.Length < first.Length) _baskets = new int[first.Length];
        return _baskets.AsSpan(0, bits is null ? Walk(items.Length, first) : Intersect(items, bits));
    }

    void Insert(int item, int count)
    {
        var place = count;
        for (; place > 0 && itemBaskets.RowCount(_order[place - 1]) > itemBaskets.RowCount(item); place--) _order[place] = _order[place - 1];
        _order[place] = item;
    }

    int Intersect(ReadOnlySpan<int> items, ItemBits ofItems)
    {
        var words = ofItems[items[0]];
        if (items.Length > 1)
        {
            if (_words.Length < words.Length) _words = new ulong[words.Length];
            foreach (var item in items[1..])
            {
                TensorPrimitives.BitwiseAnd(words, ofItems[item], _words);
                words = _words;
            }
        }
        var count = 0;
        for (var word = 0; word < words.Length; word++)
        {
            for (var rest = words[word]; rest != 0; rest &= rest - 1) _baskets[count++] = word << 6 | BitOperations.TrailingZeroCount(rest);
        }
        return count;
    }

    int Walk(int items, ReadOnlySpan<int> first)
    {
        first.CopyTo(_baskets);
        var count = first.Length;
        for (var at = 1; at < items; at++) count = Keep(count, itemBaskets.RowIndices(_order[at]));
        return count;
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
