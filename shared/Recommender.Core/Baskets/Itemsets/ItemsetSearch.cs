namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// One thread's depth-first search through the itemsets whose first (rarest) item is given. Found ones are listed where there is a list,
/// else only counted.
/// </summary>
sealed class ItemsetSearch
{
    const int Patience = 1 << 16;

    readonly MiningOptions _options;
    readonly SearchLimits _limits;
    readonly RankedBaskets _baskets;
    readonly ItemsetList? _list;
    readonly FirstItem _first;
    readonly Intersection _intersection;
    readonly WordCounting _words;
    readonly List<BitLevel> _levels = [];
    int[] _prefix = new int[64];
    int _entered;

    public ItemsetSearch(RankedBaskets baskets, MiningOptions options, SearchLimits limits, ItemsetList? list)
    {
        (_options, _limits, _baskets, _list) = (options, limits, baskets, list);
        var shape = SearchShape.Of(options.Kind, list is not null);
        _first = new(baskets, options.MinCount, shape);
        _intersection = new(options.MinCount, shape);
        Tally = new(options);
        _words = new(options, Tally, limits);
    }

    /// <summary>What was counted since it was last cleared; unused where itemsets are listed.</summary>
    public SubsetTally Tally { get; }

    /// <summary>Finds all itemsets of one first item; false when the search ended before.</summary>
    public bool TryRun(int rank)
    {
        _prefix[0] = _baskets.Items[rank];
        _first.Count(rank);
        if (_first.IsCovered) return true;

        var count = _baskets.BasketsOf(rank).Length;
        if (!TryShape(0, _first.Kept, count)) return false;

        _first.Fill(_levels[0], rank);
        return TryEnter(0, 1, _first.Whole, free: 0);
    }

    // The prefix of so many items has the level of this depth; whole stands in all of its baskets.
    bool TryEnter(int depth, int size, List<int> whole, int free)
    {
        if (_limits.IsStopped || (++_entered % Patience == 0 && Tally.Exceeds())) return false;
        if (_options.Kind == ItemsetKind.Frequent) return TryFrequent(depth, size, free + whole.Count);

        while (_prefix.Length < size + whole.Count + 1) Array.Resize(ref _prefix, 2 * _prefix.Length);
        whole.CopyTo(_prefix, size);
        size += whole.Count;
        if (size > _options.MaxLength) return true;

        return _options.Kind == ItemsetKind.Closed ? TryClosed(depth, size) : TryMaximal(depth, size);
    }

    bool TryFrequent(int depth, int size, int free)
    {
        var level = _levels[depth];
        if (_list is null && level is { Words: 1, Size: > 0 }) return _words.TryCount(level, size, free);
        if (!TryFind(size, level.Baskets, free)) return false;

        return size >= _options.MaxLength || TryCandidates(depth, size, free);
    }

    bool TryClosed(int depth, int size)
    {
        var level = _levels[depth];
        if (!TryFind(size, level.Baskets)) return false;
        if (size >= _options.MaxLength) return true;

        return _list is null && level.Words == 1 ? _words.TryCount(level, size, free: 0) : TryCandidates(depth, size);
    }

    bool TryMaximal(int depth, int size)
    {
        var level = _levels[depth];
        var candidates = level.Candidates;
        if (candidates == 0) return level.Size > 0 || TryFind(size, level.Baskets);

        var shared = _intersection.Shared(level);
        if (shared >= _options.MinCount)
        {
            if (size + candidates > _options.MaxLength || _intersection.IsExtended(level)) return true;

            while (_prefix.Length < size + candidates + 1) Array.Resize(ref _prefix, 2 * _prefix.Length);
            level.Items.AsSpan(0, candidates).CopyTo(_prefix.AsSpan(size));
            return TryFind(size + candidates, shared);
        }
        if (size >= _options.MaxLength) return true;

        return _list is null && level.Words == 1 ? _words.TryCount(level, size, free: 0) : TryCandidates(depth, size);
    }

    bool TryCandidates(int depth, int size, int free = 0)
    {
        var level = _levels[depth];
        if (_prefix.Length <= size) Array.Resize(ref _prefix, 2 * _prefix.Length);
        for (var entry = level.Candidates - 1; entry >= 0; entry--)
        {
            _prefix[size] = level.Items[entry];
            _intersection.Count(level, entry);
            if (_intersection.IsCovered) continue;
            if (!TryShape(depth + 1, _intersection.Kept, level.Counts[entry])) return false;

            _intersection.Fill(level, entry, _levels[depth + 1]);
            if (!TryEnter(depth + 1, size + 1, _intersection.Whole, free)) return false;
        }
        return true;
    }

    bool TryFind(int size, int count, int free = 0)
    {
        if (_list is not null) return _list.TryAdd(_prefix.AsSpan(0, size), count);

        Tally.Reserve(free, size);
        Tally.Rows[free][size]++;
        return true;
    }

    bool TryShape(int depth, int entries, int baskets)
    {
        if (depth == _levels.Count) _levels.Add(new());
        return _levels[depth].TryShape(entries, baskets, _limits);
    }
}
