using Recommender.Engine.Answers;

namespace Recommender.Engine.Merchandising.Filling;

/// <summary>
/// A list by rules: pins at their places, places for new items, else the best of the strategies' blocks, boosted and mixed; what caps keep
/// out is made good from further down, and what has tired comes last.
/// </summary>
sealed class RuledList : IDisposable
{
    const int ShallowestLook = 200;
    const int DeepestLook = 1000;

    readonly Ranking _ranking;
    readonly int _count;
    readonly Func<Candidate, bool> _isOut;
    readonly List<Candidate> _list;
    readonly Block[] _blocks;
    readonly Block? _newItems;
    readonly Caps _caps;
    readonly NewShare _newShare;
    readonly Fatigue _fatigue;
    readonly Pins _pins;
    Taken _taken;
    int _block;

    public RuledList(Ranking ranking, CandidateSources sources, int count, IReadOnlyList<Candidate> kept)
    {
        (_ranking, _count, _taken, _isOut) = (ranking, count, new(count), IsOut);
        _list = new(Math.Min(count, 64));
        (_caps, _newShare, _fatigue, _pins) = (new(ranking, count), new(ranking), new(ranking), new(ranking, count));
        var boosts = new Boosts(ranking);
        var looksDeeper = boosts.Any || ranking.Rules.Diversity > 0 || _newShare.Any || _fatigue.Any;
        var order = new BlockOrder(
            looksDeeper ? Math.Max(count, Math.Clamp(4 * count, ShallowestLook, DeepestLook)) : count, (float)ranking.Rules.Diversity, new Likeness(ranking).Of);
        _blocks = new Block[sources.Blocks.Count];
        for (var block = 0; block < _blocks.Length; block++) _blocks[block] = new(sources.Blocks[block], boosts, order);
        if (_newShare.Any && sources.NewItems is { } newItems) _newItems = new(newItems, boosts, order);
        foreach (var candidate in kept) Add(candidate);
        _pins.Reserve(Reserve);
    }

    public List<Candidate> Fill()
    {
        while (_list.Count < _count && TryNext(out var candidate)) Come(candidate);
        foreach (var candidate in _fatigue.All())
        {
            if (_list.Count >= _count) break;
            while (_list.Count < _count && _pins.TryTake(_list.Count, isAnyPlace: false, out var pin)) Come(pin);
            if (_list.Count < _count && Reserve(candidate.Row)) Come(candidate);
        }
        while (_list.Count < _count && _pins.TryTake(_list.Count, isAnyPlace: true, out var pin)) Come(pin);
        return _list;
    }

    public void Dispose()
    {
        foreach (var block in _blocks) block.Dispose();
        _newItems?.Dispose();
    }

    bool TryNext(out Candidate candidate)
    {
        if (_pins.TryTake(_list.Count, isAnyPlace: false, out candidate)) return true;
        if (TryNew(out candidate)) return true;

        for (; _block < _blocks.Length; _block++)
        {
            if (_blocks[_block].TryTake(wanted: null, _isOut, _list, mayFetch: true, out candidate)) return Reserve(candidate.Row);
        }
        return false;
    }

    bool TryNew(out Candidate candidate)
    {
        candidate = default;
        return _newShare.Behind(_list.Count + 1) is { } rule && TryNew(rule, out candidate);
    }

    bool TryNew(BoundRule rule, out Candidate candidate)
    {
        candidate = default;
        if (_block < _blocks.Length && _blocks[_block].TryTake(IsNew, _isOut, _list, mayFetch: false, out candidate)) return Reserve(candidate.Row);
        if (_newItems?.TryTake(IsNew, _isOut, _list, mayFetch: true, out candidate) != true) return false;

        candidate = candidate with { Strategy = Strategy.New };
        return Reserve(candidate.Row);

        bool IsNew(int row) => _newShare.IsNew(row, rule);
    }

    // Whether a candidate is out for good: what bars it now bars it to the end of this list.
    bool IsOut(Candidate candidate)
    {
        if (_taken.Has(candidate.Row) || !_ranking.Allows(candidate.Row) || !_caps.Allow(candidate.Row)) return true;
        if (_fatigue.Rule(candidate.Row) is null) return false;

        _fatigue.Add(candidate);
        return true;
    }

    // Takes an item into account before it stands at its place.
    bool Reserve(int row)
    {
        if (_taken.Has(row) || !_caps.Allow(row)) return false;

        _taken.Add(row);
        _caps.Add(row);
        _newShare.Add(row);
        return true;
    }

    void Add(Candidate candidate)
    {
        if (Reserve(candidate.Row)) Come(candidate);
    }

    void Come(Candidate candidate)
    {
        _list.Add(candidate);
        foreach (var block in _blocks) block.StepBack(candidate.Row);
        _newItems?.StepBack(candidate.Row);
    }
}
