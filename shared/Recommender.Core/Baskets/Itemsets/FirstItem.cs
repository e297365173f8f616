namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Makes the level of one first item: its baskets are read once to count what stands beside it, once to set the bits.</summary>
sealed class FirstItem
{
    readonly RankedBaskets _baskets;
    readonly int _minCount;
    readonly SearchShape _shape;
    readonly int[] _counts;
    readonly int[] _places;
    readonly List<int> _reached = [];
    readonly List<int> _kept = [];

    public FirstItem(RankedBaskets baskets, int minCount, SearchShape shape)
    {
        (_baskets, _minCount, _shape) = (baskets, minCount, shape);
        (_counts, _places) = (new int[baskets.Count], new int[baskets.Count]);
        Array.Fill(_places, -1);
    }

    /// <summary>Items that share enough baskets with the first, but not all.</summary>
    public int Kept => _kept.Count;

    /// <summary>Later items that stand in every basket of the first.</summary>
    public List<int> Whole { get; } = [];

    /// <summary>Whether an earlier item stands in every basket of the first.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>Counts what stands beside an item.</summary>
    public void Count(int rank)
    {
        Array.Clear(_counts);
        _reached.Clear();
        _kept.Clear();
        Whole.Clear();
        IsCovered = false;
        var rows = _baskets.BasketsOf(rank);
        foreach (var row in rows)
        {
            foreach (var other in Beside(row, rank))
            {
                if (++_counts[other] == _minCount) _reached.Add(other);
            }
        }
        foreach (var other in _reached)
        {
            if (other == rank) continue;

            if (!_shape.Absorbs || _counts[other] < rows.Length) _kept.Add(other);
            else if (other > rank) Whole.Add(_baskets.Items[other]);
            else IsCovered = true;
        }
        _kept.Sort((a, b) => (a < rank, _counts[b], b).CompareTo((b < rank, _counts[a], a)));
    }

    /// <summary>Makes the level of the item that was counted last; candidates descend by their count.</summary>
    public void Fill(BitLevel level, int rank)
    {
        var rows = _baskets.BasketsOf(rank);
        level.Bits.AsSpan(0, level.Stride * level.Words).Clear();
        level.Candidates = 0;
        for (var place = 0; place < _kept.Count; place++)
        {
            var other = _kept[place];
            if (other > rank) level.Candidates = place + 1;
            _places[other] = place;
            level.Items[place] = _baskets.Items[other];
            level.Counts[place] = _counts[other];
        }
        SetBits(level, rows, rank);
        foreach (var other in _kept) _places[other] = -1;
    }

    void SetBits(BitLevel level, ReadOnlySpan<int> rows, int rank)
    {
        for (var at = 0; at < rows.Length; at++)
        {
            var bit = 1ul << (at & 63);
            var words = level.Row(at >> 6);
            foreach (var other in Beside(rows[at], rank))
            {
                var place = _places[other];
                if (place >= 0) words[place] |= bit;
            }
        }
    }

    ReadOnlySpan<int> Beside(int row, int rank)
    {
        var ranks = _baskets.RanksOf(row);
        return _shape.NeedsEarlier ? ranks : ranks[(ranks.BinarySearch(rank) + 1)..];
    }
}
