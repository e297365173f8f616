using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>How many bits are set in each of eight words, by a table of half bytes.</summary>
static class BitCount
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> OfBytes(Vector512<ulong> words)
    {
        var table = Vector512.Create(   // written out, so that it is one constant
            (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
            0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var half = Vector512.Create((byte)15);
        var low = words.AsByte() & half;
        var high = (words >>> 4).AsByte() & half;
        return Avx512BW.Shuffle(table, low) + Avx512BW.Shuffle(table, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Sum(Vector512<byte> bytes) => Avx512BW.SumAbsoluteDifferences(bytes, Vector512<byte>.Zero).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Of(Vector512<ulong> words) => Sum(OfBytes(words));
}
