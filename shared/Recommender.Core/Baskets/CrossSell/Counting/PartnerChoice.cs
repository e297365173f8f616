using Recommender.Core.Numerics;

namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>
/// Which partners of each anchor are kept: the best by count and the best by lift, and the same by decayed counts. A pair that only its
/// other side chose stands behind them, so that it is found from both.
/// </summary>
sealed class PartnerChoice(PairTable table, int[] counts, double[] sums, CrossSellOptions options)
{
    const byte Own = 1;
    const byte Other = 2;

    static readonly int[] Plain = [0, 1];
    static readonly int[] Decayed = [0, 1, 2, 3];

    readonly byte[] _marks = new byte[table.Partners.Length];
    readonly float[] _rarity = Array.ConvertAll(counts, count => count > 0 ? 1f / count : 0);
    readonly float[] _decayedRarity = Array.ConvertAll(sums, sum => sum > 0 ? (float)Math.Min(float.MaxValue, 1 / sum) : 0);

    int Ranks => counts.Length;

    /// <summary>For each entry of the table 0 where neither side chose the pair.</summary>
    public ReadOnlySpan<byte> Marks => _marks;

    /// <summary>Marks every entry that is kept.</summary>
    public void Mark(CancellationToken cancellationToken)
    {
        PairScan.ForEach(Ranks, _ =>
        {
            var (items, best) = (new int[options.Best], new float[options.Best]);
            var scores = new float[LongestRow()];
            return rank => MarkOwn(rank, scores, items, best);
        }, new(options.Threads), cancellationToken);
        PairScan.ForEach(Ranks, _ => MarkOther, new(options.Threads), cancellationToken);
    }

    /// <summary>The kept entries by item, each part by falling count; <paramref name="dropped"/> pairs of each rank reached the floor and are not in the table.</summary>
    public CrossSellTables AddTo(CrossSellTables tables, ReadOnlySpan<int> byRank, ReadOnlySpan<int> dropped)
    {
        var (starts, own, pairs) = (new int[Ranks + 1], new int[Ranks], new int[Ranks]);
        for (var rank = 0; rank < Ranks; rank++)
        {
            var marks = _marks.AsSpan(table.Starts[rank]..table.Starts[rank + 1]);
            (own[byRank[rank]], pairs[byRank[rank]]) = (marks.Count(Own), marks.Length + dropped[rank]);
            starts[byRank[rank] + 1] = marks.Length - marks.Count((byte)0);
        }
        for (var item = 0; item < Ranks; item++) starts[item + 1] += starts[item];

        var kept = new PairTable(starts, new int[starts[^1]], new int[starts[^1]], table.Sums.Length > 0 ? new float[starts[^1]] : []);
        var items = byRank.ToArray();
        PairScan.ForEach(Ranks, _ =>
        {
            var (keys, places) = (new long[LongestRow()], new int[LongestRow()]);
            return rank => Place(rank, items, kept, (keys, places));
        }, new(options.Threads), CancellationToken.None);
        return tables with { Starts = starts, Own = own, Pairs = pairs, Partners = kept.Partners, Counts = kept.Counts, Sums = kept.Sums };
    }

    void MarkOwn(int rank, float[] scores, int[] items, float[] best)
    {
        var (begin, end) = (table.Starts[rank], table.Starts[rank + 1]);
        var marks = _marks.AsSpan(begin..end);
        if (marks.Length <= options.Best)
        {
            marks.Fill(Own);
            return;
        }
        var row = scores.AsSpan(0, marks.Length);
        foreach (var order in table.Sums.Length > 0 ? Decayed : Plain)
        {
            for (var at = 0; at < row.Length; at++) row[at] = Score(order, begin + At(order, at, row.Length));
            var found = TopK.Select(row, items, best);
            foreach (var at in items.AsSpan(0, found)) marks[At(order, at, row.Length)] = Own;
        }
    }

    // Partners stand by falling popularity. Where a score rises with it that is how the best come first; where it falls, backwards.
    static int At(int order, int at, int length) => order % 2 == 0 ? at : length - 1 - at;

    // For one anchor lift is the count by how popular the partner is, up to a factor.
    float Score(int order, int entry) => order switch
    {
        0 => table.Counts[entry],
        1 => table.Counts[entry] * _rarity[table.Partners[entry]],
        2 => table.Sums[entry],
        _ => table.Sums[entry] * _decayedRarity[table.Partners[entry]],
    };

    // Every thread marks the halves of its own choice, and a half has one other half only.
    void MarkOther(int rank)
    {
        for (var entry = table.Starts[rank]; entry < table.Starts[rank + 1]; entry++)
        {
            if (_marks[entry] != Own) continue;

            ref var half = ref _marks[table.OtherHalf(rank, entry)];
            if (half == 0) half = Other;
        }
    }

    void Place(int rank, int[] byRank, PairTable kept, (long[] Keys, int[] Places) space)
    {
        var at = kept.Starts[byRank[rank]];
        foreach (var part in (ReadOnlySpan<byte>)[Own, Other])
        {
            var length = 0;
            for (var entry = table.Starts[rank]; entry < table.Starts[rank + 1]; entry++)
            {
                if (_marks[entry] != part) continue;

                (space.Keys[length], space.Places[length]) = ((long)-table.Counts[entry] << 32 | (uint)byRank[table.Partners[entry]], entry);
                length++;
            }
            space.Keys.AsSpan(0, length).Sort(space.Places.AsSpan(0, length));
            foreach (var entry in space.Places.AsSpan(0, length))
            {
                (kept.Partners[at], kept.Counts[at]) = (byRank[table.Partners[entry]], table.Counts[entry]);
                if (kept.Sums.Length > 0) kept.Sums[at] = table.Sums[entry];
                at++;
            }
        }
    }

    int LongestRow()
    {
        var longest = 0;
        for (var rank = 0; rank < Ranks; rank++) longest = Math.Max(longest, table.Starts[rank + 1] - table.Starts[rank]);
        return longest;
    }
}
