using Recommender.Core.Numerics;

namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>
/// The pairs of one anchor while they are counted: a counter for each partner of a lower rank, all zero between two anchors. Weighted
/// sums are taken in the order of the baskets, so they do not depend on threads.
/// </summary>
sealed class PairRow
{
    // Looking through all counters costs about as much as noting the partners of so many pairs fewer by this factor.
    const int WorthAScan = 8;

    readonly int[] _counts;
    readonly double[] _sums;
    readonly int[] _noted;
    readonly int[] _partners;
    readonly int[] _found;
    readonly double[] _foundSums;
    int _length;
    int _notes;
    bool _isScanned;
    int _kept;

    public PairRow(int items, bool isWeighted)
    {
        (_counts, _noted, _partners, _found) = (new int[items], new int[items + 1], new int[items], new int[items]);
        (_sums, _foundSums) = isWeighted ? (new double[items], new double[items]) : ([], []);
    }

    /// <summary>Partners that reached the floor, ascending.</summary>
    public ReadOnlySpan<int> Partners => _partners.AsSpan(0, _kept);

    /// <summary>Baskets that each of them shares with the anchor.</summary>
    public ReadOnlySpan<int> Counts => _found.AsSpan(0, _kept);

    /// <summary>What these baskets weigh; empty when all count alike.</summary>
    public ReadOnlySpan<double> Sums => _foundSums.AsSpan(0, Math.Min(_kept, _foundSums.Length));

    /// <summary>The counter of every lower rank, those never met too; good until <see cref="Clear"/>.</summary>
    public ReadOnlySpan<int> All => _counts.AsSpan(0, _length);

    /// <summary>Counts the pairs of an anchor and collects the partners that share at least <paramref name="floor"/> baskets with it.</summary>
    public void Count(PairLines lines, int rank, int floor)
    {
        _length = rank;
        _isScanned = lines.Work(rank) * WorthAScan > rank;
        _notes = 0;
        if (lines.IsWeighted) AddWeighted(lines, rank);
        else if (_isScanned) Tally.Add(lines.Ranks, lines.Starts, new(lines.BasketsOf(rank), lines.PlacesOf(rank)), _counts);
        else AddNoting(lines, rank);
        if (_isScanned) Scan(floor);
        else CollectNoted(floor);
    }

    /// <summary>Sets every counter back to zero.</summary>
    public void Clear()
    {
        var (counts, sums) = (_counts, _sums);
        if (_isScanned)
        {
            Array.Clear(counts, 0, _length);
            if (sums.Length > 0) Array.Clear(sums, 0, _length);
            return;
        }
        foreach (var partner in _noted.AsSpan(0, _notes))
        {
            counts[partner] = 0;
            if (sums.Length > 0) sums[partner] = 0;
        }
    }

    // Writes every partner and steps on behind those met for the first time: no branch to guess wrong.
    void AddNoting(PairLines lines, int rank)
    {
        var (counts, noted, notes) = (_counts, _noted, 0);
        var starts = lines.Starts;
        var ranks = lines.Ranks;
        var baskets = lines.BasketsOf(rank);
        var places = lines.PlacesOf(rank);
        for (var at = 0; at < baskets.Length; at++)
        {
            foreach (var partner in ranks[starts[baskets[at]]..places[at]])
            {
                noted[notes] = partner;
                notes += counts[partner]++ == 0 ? 1 : 0;
            }
        }
        _notes = notes;
    }

    void AddWeighted(PairLines lines, int rank)
    {
        var starts = lines.Starts;
        var ranks = lines.Ranks;
        var baskets = lines.BasketsOf(rank);
        var places = lines.PlacesOf(rank);
        for (var at = 0; at < baskets.Length; at++)
        {
            double weight = lines.Weights[baskets[at]];
            foreach (var partner in ranks[starts[baskets[at]]..places[at]])
            {
                if (_counts[partner]++ == 0 && !_isScanned) _noted[_notes++] = partner;
                _sums[partner] += weight;
            }
        }
    }

    void Scan(int floor)
    {
        _kept = Sieve.AtLeast(floor, All, _partners, _found);
        for (var at = 0; at < Sums.Length; at++) _foundSums[at] = _sums[_partners[at]];
    }

    void CollectNoted(int floor)
    {
        var kept = 0;
        foreach (var partner in _noted.AsSpan(0, _notes))
        {
            _partners[kept] = partner;
            kept += _counts[partner] >= floor ? 1 : 0;
        }
        _partners.AsSpan(0, kept).Sort();
        for (var at = 0; at < kept; at++)
        {
            _found[at] = _counts[_partners[at]];
            if (_foundSums.Length > 0) _foundSums[at] = _sums[_partners[at]];
        }
        _kept = kept;
    }
}
