using System.Buffers;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The candidates of one strategy in the order that rules give them; it fetches more when they run out. Its memory is lent.</summary>
sealed class Block(CandidateSource source, Boosts boosts, BlockOrder order) : IDisposable
{
    static readonly Comparison<BlockEntry> BestFirst = (left, right) =>
        left.Candidate.Score == right.Candidate.Score ? left.Place.CompareTo(right.Place) : right.Candidate.Score.CompareTo(left.Candidate.Score);

    BlockEntry[] _entries = [];
    int _first;
    int _end;
    int _wanted = order.Depth;
    int _fetched;
    bool _isWhole;
    (float Low, float High)? _scale;

    Span<BlockEntry> Left => _entries.AsSpan(_first, _end - _first);

    /// <summary>
    /// Takes out the best of those that <paramref name="wanted"/> lets through, null letting all through; what it gives away or
    /// <paramref name="drop"/> names is not looked at again. False when there is none among those fetched, and none is to be fetched.
    /// </summary>
    public bool TryTake(Func<int, bool>? wanted, Func<Candidate, bool> drop, List<Candidate> list, bool mayFetch, out Candidate candidate)
    {
        if (_fetched == 0 && !_isWhole) Fetch(list);
        while (true)
        {
            if (TryPick(wanted, drop, out candidate)) return true;
            if (!mayFetch || _isWhole) return false;

            Fetch(list);
        }
    }

    /// <summary>Tells that an item has come into the list: what resembles it steps back.</summary>
    public void StepBack(int row)
    {
        if (order.Diversity == 0) return;

        foreach (ref var entry in Left) StepBack(ref entry, row);
    }

    public void Dispose()
    {
        ArrayPool<BlockEntry>.Shared.Return(_entries);
        _entries = [];
        (_first, _end) = (0, 0);
    }

    bool TryPick(Func<int, bool>? wanted, Func<Candidate, bool> drop, out Candidate candidate)
    {
        var best = -1;
        for (var place = _first; place < _end; place++)
        {
            ref readonly var entry = ref _entries[place];
            if (best >= 0 && entry.Value <= _entries[best].Value) continue;
            if (wanted?.Invoke(entry.Candidate.Row) == false) continue;
            if (!drop(entry.Candidate)) best = place;
            else if (!Remove(place)) place--;

            if (best >= 0 && order.Diversity == 0) break;   // they stand in their order
        }
        candidate = best < 0 ? default : _entries[best].Candidate;
        if (best >= 0) Remove(best);
        return best >= 0;
    }

    // Whether those behind it stay where they are.
    bool Remove(int place)
    {
        if (place == _first)
        {
            _first++;
            return true;
        }
        _entries.AsSpan(place + 1, _end - place - 1).CopyTo(_entries.AsSpan(place));
        _end--;
        return false;
    }

    void Fetch(List<Candidate> list)
    {
        var found = source(_wanted);
        if (found.Count > _fetched) Take(found, list);
        _isWhole = found.Count < _wanted || _wanted > int.MaxValue / 2;
        _wanted *= 2;
    }

    void Take(IReadOnlyList<Candidate> found, List<Candidate> list)
    {
        var added = found.Count - _fetched;
        MakeRoom(added);
        var entries = _entries.AsSpan(_end, added);
        for (var place = 0; place < added; place++) entries[place] = new(boosts.Of(found[_fetched + place]), place);
        if (boosts.Any) entries.Sort(BestFirst);
        _scale ??= (entries[^1].Candidate.Score, entries[0].Candidate.Score);
        foreach (ref var entry in entries) Value(ref entry, list);
        _end += added;
        _fetched = found.Count;
    }

    void MakeRoom(int added)
    {
        var left = Left;
        if (_end + added <= _entries.Length) return;

        var larger = ArrayPool<BlockEntry>.Shared.Rent(left.Length + added);
        left.CopyTo(larger);
        ArrayPool<BlockEntry>.Shared.Return(_entries);
        (_entries, _first, _end) = (larger, 0, left.Length);
    }

    // Maximal marginal relevance (Carbonell & Goldstein, 1998): (1 - s) score on the scale 0 to 1 - s likeness to the nearest in the list.
    void Value(ref BlockEntry entry, List<Candidate> list)
    {
        entry.Value = entry.Candidate.Score;
        if (order.Diversity == 0) return;

        var (low, high) = _scale ?? (0, 1);
        entry.Value = (1 - order.Diversity) * (high > low ? (entry.Candidate.Score - low) / (high - low) : 1);
        foreach (var other in list) StepBack(ref entry, other.Row);
    }

    void StepBack(ref BlockEntry entry, int row)
    {
        var likeness = order.Likeness(entry.Candidate.Row, row);
        if (likeness <= entry.Nearest) return;

        entry.Value -= order.Diversity * (likeness - entry.Nearest);
        entry.Nearest = likeness;
    }
}
