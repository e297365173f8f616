namespace Recommender.Core.Baskets.Rules;

/// <summary>The baskets of each frequent item as bits, so that those of several items are found by whole words.</summary>
sealed class ItemBits
{
    readonly ulong[]?[] _bits;

    ItemBits(ulong[]?[] bits) => _bits = bits;

    /// <summary>The bits of all items in so many baskets or more; null where they take more than <paramref name="memory"/> bytes.</summary>
    public static ItemBits? Of(BasketSet baskets, int minCount, long memory)
    {
        var (rows, words) = (baskets.ItemBaskets, (baskets.Count + 63) / 64);
        var frequent = Enumerable.Range(0, rows.Rows).Where(item => rows.RowCount(item) >= minCount).ToArray();
        if (8L * words * frequent.Length > memory) return null;

        var bits = new ulong[]?[rows.Rows];
        foreach (var item in frequent)
        {
            var row = new ulong[words];
            foreach (var basket in rows.RowIndices(item)) row[basket >> 6] |= 1UL << basket;
            bits[item] = row;
        }
        return new(bits);
    }

    /// <summary>The bits of an item, which must be frequent.</summary>
    public ReadOnlySpan<ulong> this[int item] => _bits[item];
}
