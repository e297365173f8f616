using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Intersects words with the word of a prefix, eight at a time where the machine can; the words that keep enough bits are set down.</summary>
static class WordScan
{
    /// <summary>Whether words are taken eight at a time.</summary>
    public static bool IsWide => Avx512BW.IsSupported;

    /// <summary>
    /// Appends to <paramref name="kept"/> what the words begin..end share with the mask, where that is at least
    /// the least bits but not all; <paramref name="whole"/> counts those that share all. Eight words beyond the last one
    /// that is kept are overwritten; eight from end on are read.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Append(ref ulong words, (int Begin, int End) range, (ulong Mask, ulong Least) test, ref ulong kept, ref int whole)
    {
        var count = 0;
        if (!IsWide)
        {
            for (var j = range.Begin; j < range.End; j++)
            {
                var both = Unsafe.Add(ref words, j) & test.Mask;
                Unsafe.Add(ref kept, count) = both;
                if (both == test.Mask) whole++;
                else if ((ulong)BitOperations.PopCount(both) >= test.Least) count++;
            }
            return count;
        }

        var mask = Vector512.Create(test.Mask);
        var least = Vector512.Create(test.Least);
        for (var j = range.Begin; j < range.End; j += Vector512<ulong>.Count)
        {
            var both = Vector512.LoadUnsafe(ref Unsafe.Add(ref words, j)) & mask;
            if (range.End - j < Vector512<ulong>.Count) both &= Vector512.LessThan(Vector512<ulong>.Indices, Vector512.Create((ulong)(range.End - j)));
            var all = Vector512.Equals(both, mask);
            var enough = Vector512.GreaterThanOrEqual(BitCount.Of(both), least) & ~all;
            whole += BitOperations.PopCount(all.ExtractMostSignificantBits());
            Avx512F.Compress(Vector512<ulong>.Zero, enough, both).StoreUnsafe(ref Unsafe.Add(ref kept, count));
            count += BitOperations.PopCount(enough.ExtractMostSignificantBits());
        }
        return count;
    }

    /// <summary>The bits that all of so many words share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shared(ref ulong words, int count)
    {
        var shared = ~0ul;
        for (var j = 0; j < count; j++) shared &= Unsafe.Add(ref words, j);
        return shared;
    }
}
