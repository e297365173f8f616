using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>The bits of a word that a mask selects, moved together at the low end.</summary>
static class PackedBits
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong word, ulong mask) => Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitExtract(word, mask) : OneByOne(word, mask);

    static ulong OneByOne(ulong word, ulong mask)
    {
        var packed = 0ul;
        for (var bit = 1ul; mask != 0; mask &= mask - 1, bit <<= 1)
        {
            if ((word & mask & (0 - mask)) != 0) packed |= bit;
        }
        return packed;
    }
}
