namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Lists the itemsets of one first item in blocks, as they are found.</summary>
sealed class ItemsetList(OrderedDelivery delivery)
{
    const int BlockSize = 8192;

    readonly int[] _ends = new int[BlockSize];
    readonly int[] _counts = new int[BlockSize];
    int[] _items = new int[8 * BlockSize];
    int _length;
    int _size;
    int _rank;

    /// <summary>The first item that is listed now.</summary>
    public void Begin(int rank) => (_rank, _length, _size) = (rank, 0, 0);

    /// <summary>Lists an itemset, sorted; false when the search has ended.</summary>
    public bool TryAdd(ReadOnlySpan<int> items, int count)
    {
        if (_size == BlockSize && !TryFlush()) return false;
        if (_items.Length - _length < items.Length) Array.Resize(ref _items, 2 * _items.Length + items.Length);

        var target = _items.AsSpan(_length, items.Length);
        if (items.Length > 32)
        {
            items.CopyTo(target);
            target.Sort();
        }
        else
        {
            Insert(items, target);
        }
        _length += items.Length;
        (_ends[_size], _counts[_size]) = (_length, count);
        _size++;
        return true;
    }

    /// <summary>Hands over what is listed; false when the search has ended.</summary>
    public bool TryFlush()
    {
        if (_size == 0) return true;

        var block = new ItemsetBlock(_ends.AsSpan(0, _size).ToArray(), _items.AsSpan(0, _length).ToArray(), _counts.AsSpan(0, _size).ToArray());
        (_length, _size) = (0, 0);
        return delivery.TryOffer(_rank, block);
    }

    static void Insert(ReadOnlySpan<int> items, Span<int> sorted)
    {
        for (var at = 0; at < items.Length; at++)
        {
            var item = items[at];
            var slot = at;
            for (; slot > 0 && sorted[slot - 1] > item; slot--) sorted[slot] = sorted[slot - 1];
            sorted[slot] = item;
        }
    }
}
