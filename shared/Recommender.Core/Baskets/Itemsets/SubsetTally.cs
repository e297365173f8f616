namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// Itemsets counted by size without being listed: <c>Rows[e][s]</c> prefixes of s items, each of which stands for itself with every subset
/// of e free items: C(e, t) itemsets of s + t items.
/// </summary>
sealed class SubsetTally(MiningOptions options)
{
    /// <summary>Whether more itemsets than are wanted were seen by <see cref="Exceeds"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>By free items, then by items of the prefix.</summary>
    public long[][] Rows { get; private set; } = [new long[64]];

    /// <summary>Makes room for up to so many free items and so many items in a prefix.</summary>
    public void Reserve(int free, int size)
    {
        var before = Rows.Length;
        var length = Math.Max(size + 1, Rows[0].Length);
        if (free < before && length == Rows[0].Length) return;

        var rows = new long[Math.Max(free + 1, before)][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row < before ? Rows[row] : [];
            Array.Resize(ref rows[row], length);
        }
        Rows = rows;
    }

    public void Clear()
    {
        foreach (var row in Rows) Array.Clear(row);
    }

    /// <summary>Whether there are more itemsets than are wanted.</summary>
    public bool Exceeds() => IsExceeded = BySize() is not { } bySize || bySize.Sum() > options.MaxItemsets;

    /// <summary>How many itemsets of 0, 1, 2 ... items; null when there are more than a long can hold.</summary>
    public long[]? BySize()
    {
        var bySize = new long[Math.Min(options.MaxLength, Rows[0].Length + Rows.Length) + 1L];
        var all = UInt128.Zero;
        for (var free = 0; free < Rows.Length; free++)
        {
            for (var size = 0; size < Rows[free].Length; size++)
            {
                var itemsets = (UInt128)Rows[free][size];
                for (var taken = 0; itemsets > 0 && taken <= free && size + taken < bySize.Length; taken++)
                {
                    if ((all += itemsets) > long.MaxValue) return null;

                    bySize[size + taken] += (long)itemsets;
                    itemsets = itemsets * (UInt128)(free - taken) / (UInt128)(taken + 1);
                }
            }
        }
        return bySize;
    }
}
