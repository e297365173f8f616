namespace Recommender.Core.Baskets.Itemsets;

/// <summary>
/// The items that still share enough baskets with a prefix, as bits over the prefix's baskets. Word w of entry j is <c>Bits[w Stride + j]</c>:
/// the same word of eight entries is one load, so that eight intersections are counted at once and nothing is summed across a register.
/// The first <see cref="Candidates"/> entries are branched on, the last one first. Those behind them were branched on already and only tell
/// whether something found is new.
/// </summary>
sealed class BitLevel
{
    /// <summary>Entries of one register. Rows are padded, so that a whole register can be read from any entry on.</summary>
    public const int Lanes = 8;

    public ulong[] Bits { get; private set; } = [];

    /// <summary>The item of each entry.</summary>
    public int[] Items { get; private set; } = [];

    /// <summary>Baskets that each entry shares with the prefix.</summary>
    public int[] Counts { get; private set; } = [];

    public int Size { get; private set; }

    public int Candidates { get; set; }

    /// <summary>Baskets of the prefix.</summary>
    public int Baskets { get; private set; }

    public int Words { get; private set; }

    public int Stride { get; private set; }

    /// <summary>Word w of all entries.</summary>
    public Span<ulong> Row(int word) => Bits.AsSpan(word * Stride, Stride);

    /// <summary>Makes room for so many entries and baskets, without clearing the bits; false when that reaches the memory limit.</summary>
    public bool TryShape(int size, int baskets, SearchLimits limits)
    {
        (Size, Baskets, Words, Stride) = (size, baskets, (baskets + 63) >> 6, (size + 2 * Lanes - 1) & -Lanes);
        var length = (long)Stride * Words;
        if (Bits.Length < length && !TryGrow(length, limits)) return false;
        if (Items.Length >= Stride) return true;
        if (!limits.TryTake(8L * (2 * Stride - Items.Length))) return false;

        (Items, Counts) = (GC.AllocateUninitializedArray<int>(2 * Stride), GC.AllocateUninitializedArray<int>(2 * Stride));
        return true;
    }

    bool TryGrow(long length, SearchLimits limits)
    {
        var roomy = length + (length >> 2) + 64;
        if (!limits.TryTake(8 * (roomy - Bits.Length))) return false;
        if (roomy > Array.MaxLength) return limits.StopByMemory();

        Bits = GC.AllocateUninitializedArray<ulong>((int)roomy);
        return true;
    }
}
