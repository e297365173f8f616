using System.Runtime.InteropServices;
using Recommender.Core.Numerics;

namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>Pairs found at their rarer item by several threads, each in a list of its own; where an anchor's pairs stand is noted by rank.</summary>
sealed class FoundPairs
{
    const int PartsOfThread = 4;

    readonly List<int>[] _partners;
    readonly List<int>[] _counts;
    readonly List<float>[] _sums;
    readonly (int Thread, int Begin, int Length)[] _places;

    public FoundPairs(int ranks, int threads)
    {
        _places = new (int, int, int)[ranks];
        _partners = [.. Enumerable.Range(0, threads).Select(_ => new List<int>())];
        _counts = [.. Enumerable.Range(0, threads).Select(_ => new List<int>())];
        _sums = [.. Enumerable.Range(0, threads).Select(_ => new List<float>())];
    }

    /// <summary>How many pairs.</summary>
    public long Count => _partners.Sum(partners => (long)partners.Count);

    /// <summary>Keeps an anchor's pairs; partners ascend, sums may be empty.</summary>
    public void Add(int thread, int rank, ReadOnlySpan<int> partners, ReadOnlySpan<int> counts, ReadOnlySpan<double> sums)
    {
        _places[rank] = (thread, _partners[thread].Count, partners.Length);
        _partners[thread].AddRange(partners);
        _counts[thread].AddRange(counts);
        foreach (var sum in sums) _sums[thread].Add((float)sum);
    }

    /// <summary>
    /// Every pair at both of its items, partners ascending. Each thread fills some rows: what an anchor met itself comes before what met
    /// it, and that comes anchor by anchor.
    /// </summary>
    public PairTable Mirror(int threads, CancellationToken cancellationToken)
    {
        var starts = Starts();
        var table = new PairTable(starts, new int[starts[^1]], new int[starts[^1]], _sums.Any(sums => sums.Count > 0) ? new float[starts[^1]] : []);
        var parts = threads == 1 ? 1 : threads * PartsOfThread;
        Loop.For(parts, threads, part =>
        {
            var (begin, end) = (Boundary(starts, part, parts), Boundary(starts, part + 1, parts));
            var next = new int[end - begin];
            for (var rank = begin; rank < end; rank++) next[rank - begin] = starts[rank] + CopyOwn(rank, table);
            for (var rank = begin + 1; rank < _places.Length; rank++) Scatter(rank, (begin, end), next, table);
        }, cancellationToken);
        return table;
    }

    /// <summary>The pairs that are marked in their table, at both of their items.</summary>
    public FoundPairs Kept(PairTable table, ReadOnlySpan<byte> marks)
    {
        var kept = new FoundPairs(_places.Length, _partners.Length);
        kept.Reserve((marks.Length - marks.Count((byte)0)) / 2, table.Sums.Length > 0);
        for (var rank = 0; rank < _places.Length; rank++)
        {
            var begin = kept._partners[0].Count;
            for (var entry = table.Starts[rank]; entry < table.Starts[rank] + _places[rank].Length; entry++)
            {
                if (marks[entry] == 0) continue;

                kept._partners[0].Add(table.Partners[entry]);
                kept._counts[0].Add(table.Counts[entry]);
                if (table.Sums.Length > 0) kept._sums[0].Add(table.Sums[entry]);
            }
            kept._places[rank] = (0, begin, kept._partners[0].Count - begin);
        }
        return kept;
    }

    void Reserve(int pairs, bool isWeighted)
    {
        _partners[0].Capacity = _counts[0].Capacity = pairs;
        if (isWeighted) _sums[0].Capacity = pairs;
    }

    // Rows are dealt out by their entries.
    static int Boundary(int[] starts, int part, int parts)
    {
        if (part == parts) return starts.Length - 1;

        var place = Array.BinarySearch(starts, (int)((long)starts[^1] * part / parts));
        return part == 0 ? 0 : Math.Min(place < 0 ? ~place : place, starts.Length - 1);
    }

    int CopyOwn(int rank, PairTable table)
    {
        var (thread, begin, length) = _places[rank];
        _partners[thread].CopyTo(begin, table.Partners, table.Starts[rank], length);
        _counts[thread].CopyTo(begin, table.Counts, table.Starts[rank], length);
        if (table.Sums.Length > 0) _sums[thread].CopyTo(begin, table.Sums, table.Starts[rank], length);
        return length;
    }

    void Scatter(int rank, (int Begin, int End) rows, int[] next, PairTable table)
    {
        var partners = PartnersOf(rank);
        var counts = CollectionsMarshal.AsSpan(_counts[_places[rank].Thread]).Slice(_places[rank].Begin, partners.Length);
        var first = partners.BinarySearch(rows.Begin);
        for (var at = first < 0 ? ~first : first; at < partners.Length && partners[at] < rows.End; at++)
        {
            var place = next[partners[at] - rows.Begin]++;
            (table.Partners[place], table.Counts[place]) = (rank, counts[at]);
            if (table.Sums.Length > 0) table.Sums[place] = _sums[_places[rank].Thread][_places[rank].Begin + at];
        }
    }

    ReadOnlySpan<int> PartnersOf(int rank) => CollectionsMarshal.AsSpan(_partners[_places[rank].Thread]).Slice(_places[rank].Begin, _places[rank].Length);

    int[] Starts()
    {
        var totals = new long[_places.Length];
        for (var rank = 0; rank < _places.Length; rank++)
        {
            var partners = PartnersOf(rank);
            totals[rank] += partners.Length;
            foreach (var partner in partners) totals[partner]++;
        }
        if (totals.Sum() > Array.MaxLength) throw new UserErrorException($"{totals.Sum() / 2} pairs reach the count floor, more than one matrix holds ({Array.MaxLength / 2}). Raise the floor, or take a higher level such as the category.");

        var starts = new int[totals.Length + 1];
        for (var rank = 0; rank < totals.Length; rank++) starts[rank + 1] = starts[rank] + (int)totals[rank];
        return starts;
    }
}
