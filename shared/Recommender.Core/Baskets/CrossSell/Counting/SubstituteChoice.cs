namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>The clearest shortfalls of each anchor.</summary>
sealed class SubstituteChoice(PairTable table, int[] counts, int baskets, int most)
{
    /// <summary>Adds them by item, the clearest first.</summary>
    public CrossSellTables AddTo(CrossSellTables tables, ReadOnlySpan<int> byRank)
    {
        var starts = new int[counts.Length + 1];
        for (var rank = 0; rank < counts.Length; rank++) starts[byRank[rank] + 1] = Math.Min(most, table.Starts[rank + 1] - table.Starts[rank]);
        for (var item = 0; item < counts.Length; item++) starts[item + 1] += starts[item];

        var (partners, shared) = (new int[starts[^1]], new int[starts[^1]]);
        for (var rank = 0; rank < counts.Length; rank++)
        {
            var at = starts[byRank[rank]];
            foreach (var entry in Clearest(rank, byRank))
            {
                (partners[at], shared[at]) = (byRank[table.Partners[entry]], table.Counts[entry]);
                at++;
            }
        }
        return tables with { SubstituteStarts = starts, SubstitutePartners = partners, SubstituteCounts = shared };
    }

    /// <summary>For each entry of the table 0 where neither side is among the clearest of the other.</summary>
    public byte[] Marks(ReadOnlySpan<int> byRank, int threads, CancellationToken cancellationToken)
    {
        var (marks, items) = (new byte[table.Partners.Length], byRank.ToArray());
        PairScan.ForEach(counts.Length, _ => rank =>
        {
            foreach (var entry in Clearest(rank, items)) marks[entry] = marks[table.OtherHalf(rank, entry)] = 1;
        }, new(threads), cancellationToken);
        return marks;
    }

    ReadOnlySpan<int> Clearest(int rank, ReadOnlySpan<int> byRank)
    {
        var begin = table.Starts[rank];
        var entries = new int[table.Starts[rank + 1] - begin];
        var keys = new (double Clearness, int Item)[entries.Length];
        for (var at = 0; at < entries.Length; at++)
        {
            var (partner, count) = (table.Partners[begin + at], table.Counts[begin + at]);
            keys[at] = (-ShortfallRow.Clearness(count, (double)counts[rank] * counts[partner] / baskets), byRank[partner]);
            entries[at] = begin + at;
        }
        Array.Sort(keys, entries);
        return entries.AsSpan(0, Math.Min(most, entries.Length));
    }
}
