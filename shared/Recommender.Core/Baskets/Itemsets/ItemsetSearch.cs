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
    readonly Projection _projection;
    readonly Intersection _intersection;
    readonly WordCounting _words;
    readonly List<BitLevel> _levels = [];
    readonly List<int> _whole = [];
    int[] _prefix = new int[64];
    int _entered;

    public ItemsetSearch(RankedBaskets baskets, MiningOptions options, SearchLimits limits, ItemsetList? list)
    {
        (_options, _limits, _baskets, _list) = (options, limits, baskets, list);
        var shape = SearchShape.Of(options.Kind, list is not null);
        _projection = new(baskets, options.MinCount, shape);
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
        _projection.Mark(rank, isInPrefix: true);
        var isWhole = TryProject(_baskets.BasketsOf(rank), rank, 1, free: 0);
        _projection.Mark(rank, isInPrefix: false);
        return isWhole;
    }

    // The prefix of so many items, its last one of this rank, stands in these baskets.
    bool TryProject(ReadOnlySpan<int> rows, int rank, int size, int free)
    {
        if (_limits.IsStopped) return false;

        _projection.Count(rows, rank);
        if (_projection.IsCovered) return true;
        if (_projection.IsSparse || _projection.Candidates == 0) return TryWithoutBits(rows, rank, size, free);
        if (!TryShape(0, _projection.Kept.Count, rows.Length)) return false;

        _projection.Fill(_levels[0], rows, rank);
        _whole.Clear();
        foreach (var other in _projection.Whole) _whole.Add(_baskets.Items[other]);
        return TryEnter(0, size, _whole, free);
    }

    // Each candidate is projected from its own baskets; later ranks are its candidates.
    bool TryWithoutBits(ReadOnlySpan<int> rows, int rank, int size, int free)
    {
        int[] whole = [.. _projection.Whole];
        if (_options.Kind == ItemsetKind.Frequent) free += whole.Length;
        else foreach (var other in whole) Append(_baskets.Items[other], size++);
        if (size > _options.MaxLength) return true;
        if ((_options.Kind != ItemsetKind.Maximal || _projection.Kept.Count == 0) && !TryFind(size, rows.Length, free)) return false;
        if (size == _options.MaxLength || _projection.Candidates == 0) return true;

        int[] candidates = [.. _projection.Kept.Take(_projection.Candidates).Order()];
        var bytes = 4L * candidates.Length * 8 + 4L * _projection.Bits;
        if (!_limits.TryTake(bytes)) return false;

        var lists = _projection.RowsOf(rows, candidates, rank);
        foreach (var other in whole) _projection.Mark(other, isInPrefix: true);
        var isWhole = true;
        for (var at = 0; at < candidates.Length && isWhole; at++)
        {
            Append(_baskets.Items[candidates[at]], size);
            _projection.Mark(candidates[at], isInPrefix: true);
            isWhole = TryProject(lists[at], candidates[at], size + 1, free);
            _projection.Mark(candidates[at], isInPrefix: false);
            lists[at] = [];
        }
        foreach (var other in whole) _projection.Mark(other, isInPrefix: false);
        _limits.GiveBack(bytes);
        return isWhole;
    }

    void Append(int item, int size)
    {
        if (_prefix.Length == size) Array.Resize(ref _prefix, 2 * size);
        _prefix[size] = item;
    }

    // The prefix of so many items has the level of this depth; whole stands in all of its baskets.
    bool TryEnter(int depth, int size, List<int> whole, int free)
    {
        if (_limits.IsStopped || (++_entered % Patience == 0 && Tally.Exceeds())) return false;
        if (_options.Kind == ItemsetKind.Frequent) return TryFrequent(depth, size, free + whole.Count);

        foreach (var item in whole) Append(item, size++);
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

            foreach (var item in level.Items.AsSpan(0, candidates)) Append(item, size++);
            return TryFind(size, shared);
        }
        if (size >= _options.MaxLength) return true;

        return _list is null && level.Words == 1 ? _words.TryCount(level, size, free: 0) : TryCandidates(depth, size);
    }

    bool TryCandidates(int depth, int size, int free = 0)
    {
        var level = _levels[depth];
        for (var entry = level.Candidates - 1; entry >= 0; entry--)
        {
            Append(level.Items[entry], size);
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
