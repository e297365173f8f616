namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// Makes the level of a prefix from the baskets that it stands in: they are read once to count what stands beside it, once to set the
/// bits. Later items are candidates; earlier ones were branched on already.
/// </summary>
sealed class Projection
{
    const long SparseBytes = 1 << 20;
    const int SparseBits = 32;

    readonly RankedBaskets _baskets;
    readonly int _minCount;
    readonly SearchShape _shape;
    readonly int[] _counts;
    readonly int[] _places;
    readonly bool[] _isInPrefix;
    readonly List<int> _reached = [];
    readonly List<int> _kept = [];

    public Projection(RankedBaskets baskets, int minCount, SearchShape shape)
    {
        (_baskets, _minCount, _shape) = (baskets, minCount, shape);
        (_counts, _places, _isInPrefix) = (new int[baskets.Count], new int[baskets.Count], new bool[baskets.Count]);
        Array.Fill(_places, -1);
    }

    /// <summary>Ranks that share enough baskets with the prefix, but not all: the candidates, most frequent first, then earlier ones.</summary>
    public IReadOnlyList<int> Kept => _kept;

    /// <summary>How many of these are candidates.</summary>
    public int Candidates { get; private set; }

    /// <summary>Later ranks that stand in every basket of the prefix.</summary>
    public List<int> Whole { get; } = [];

    /// <summary>Whether an earlier item stands in every basket of the prefix.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>How many bits the level has set.</summary>
    public long Bits { get; private set; }

    /// <summary>Whether bits would be large and mostly empty, so that reading the baskets of each candidate costs less than intersecting.</summary>
    public bool IsSparse { get; private set; }

    /// <summary>Items of the prefix are not counted beside it.</summary>
    public void Mark(int rank, bool isInPrefix) => _isInPrefix[rank] = isInPrefix;

    /// <summary>Counts what stands beside the prefix in its baskets; <paramref name="rank"/> is its last.</summary>
    public void Count(ReadOnlySpan<int> rows, int rank)
    {
        Array.Clear(_counts);
        _reached.Clear();
        foreach (var row in rows)
        {
            foreach (var other in Beside(row, rank))
            {
                if (++_counts[other] == _minCount) _reached.Add(other);
            }
        }
        Sift(rows.Length, rank);
    }

    void Sift(int baskets, int rank)
    {
        _kept.Clear();
        Whole.Clear();
        (Candidates, IsCovered) = (0, false);
        Bits = 0;
        foreach (var other in _reached)
        {
            if (_isInPrefix[other]) continue;

            if (_shape.Absorbs && _counts[other] == baskets)
            {
                if (other > rank) Whole.Add(other);
                else IsCovered = true;
                continue;
            }
            _kept.Add(other);
            if (other > rank) Candidates++;
            Bits += _counts[other];
        }
        var room = (long)baskets * _kept.Count;
        IsSparse = room / 8 > SparseBytes && Bits < room / SparseBits;
        _kept.Sort((a, b) => (a < rank, _counts[b], b).CompareTo((b < rank, _counts[a], a)));
    }

    /// <summary>Makes the level of the prefix that was counted last.</summary>
    public void Fill(BitLevel level, ReadOnlySpan<int> rows, int rank)
    {
        level.Bits.AsSpan(0, level.Stride * level.Words).Clear();
        level.Candidates = Candidates;
        for (var place = 0; place < _kept.Count; place++)
        {
            var other = _kept[place];
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

    /// <summary>The baskets of each of these ranks among the rows, one list behind the other.</summary>
    public int[][] RowsOf(ReadOnlySpan<int> rows, ReadOnlySpan<int> ranks, int rank)
    {
        var lists = new int[ranks.Length][];
        for (var place = 0; place < ranks.Length; place++)
        {
            lists[place] = new int[_counts[ranks[place]]];
            _places[ranks[place]] = place;
        }
        var next = new int[ranks.Length];
        foreach (var row in rows)
        {
            foreach (var other in Beside(row, rank))
            {
                var place = _places[other];
                if (place >= 0) lists[place][next[place]++] = row;
            }
        }
        foreach (var other in ranks) _places[other] = -1;
        return lists;
    }
}
