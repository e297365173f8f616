namespace Recommender.Engine.Merchandising.Filling;

/// <summary>The candidates of one strategy in the order that rules give them; it fetches more when they run out.</summary>
sealed class Block(CandidateSource source, Boosts boosts, BlockOrder order)
{
    readonly List<Entry> _left = [];
    int _wanted = order.Depth;
    int _fetched;
    bool _isWhole;
    (float Low, float High)? _scale;

    /// <summary>
    /// Takes out the best of those that <paramref name="wanted"/> lets through, null letting all through; what it gives away or
    /// <paramref name="drop"/> names is not looked at again. False when there is none among those fetched, and no more to fetch.
    /// </summary>
    public bool TryTake(Func<int, bool>? wanted, Func<Candidate, bool> drop, IReadOnlyList<Candidate> list, bool mayFetch, out Candidate candidate)
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

        for (var place = 0; place < _left.Count; place++) _left[place] = Beside(_left[place], row);
    }

    bool TryPick(Func<int, bool>? wanted, Func<Candidate, bool> drop, out Candidate candidate)
    {
        var best = -1;
        for (var place = 0; place < _left.Count; place++)
        {
            var entry = _left[place];
            if (best >= 0 && entry.Value <= _left[best].Value) continue;
            if (wanted?.Invoke(entry.Candidate.Row) == false) continue;
            if (drop(entry.Candidate)) _left.RemoveAt(place--);
            else best = place;

            if (best >= 0 && order.Diversity == 0) break;   // they stand in their order
        }
        candidate = best < 0 ? default : _left[best].Candidate;
        if (best >= 0) _left.RemoveAt(best);
        return best >= 0;
    }

    void Fetch(IReadOnlyList<Candidate> list)
    {
        var found = source(_wanted);
        var added = found.Count - _fetched;
        if (added > 0)
        {
            var boosted = new Candidate[added];
            for (var place = 0; place < added; place++) boosted[place] = boosts.Of(found[_fetched + place]);
            if (boosts.Any) boosted = [.. boosted.OrderByDescending(candidate => candidate.Score)];   // a stable order
            _scale ??= (boosted[^1].Score, boosted[0].Score);
            foreach (var candidate in boosted) _left.Add(Valued(candidate, list));
            _fetched = found.Count;
        }
        _isWhole = found.Count < _wanted || _wanted > int.MaxValue / 2;
        _wanted *= 2;
    }

    // Maximal marginal relevance (Carbonell & Goldstein, 1998): (1 - s) score on the scale 0 to 1 - s likeness to the nearest in the list.
    Entry Valued(Candidate candidate, IReadOnlyList<Candidate> list)
    {
        if (order.Diversity == 0) return new(candidate, 0, candidate.Score);

        var (low, high) = _scale ?? (0, 1);
        var relevance = high > low ? (candidate.Score - low) / (high - low) : 1;
        var entry = new Entry(candidate, 0, (1 - order.Diversity) * relevance);
        foreach (var other in list) entry = Beside(entry, other.Row);
        return entry;
    }

    Entry Beside(Entry entry, int row)
    {
        var likeness = order.Likeness(entry.Candidate.Row, row);
        return likeness <= entry.Nearest ? entry
            : entry with { Nearest = likeness, Value = entry.Value - (order.Diversity * (likeness - entry.Nearest)) };
    }

    readonly record struct Entry(Candidate Candidate, float Nearest, float Value);
}
