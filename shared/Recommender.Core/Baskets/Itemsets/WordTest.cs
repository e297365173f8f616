using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>What words share with the word of a prefix, eight at a time where the machine can.</summary>
/// <param name="prefix">The prefix's baskets, at least one.</param>
/// <param name="least">Baskets that are enough.</param>
readonly ref struct WordTest(ulong prefix, ulong least)
{
    const int Lanes = BitLevel.Lanes;

    /// <summary>Whether words are taken eight at a time.</summary>
    public static bool IsWide => Avx512BW.IsSupported && Avx512F.VL.IsSupported;

    /// <summary>
    /// Sets down what so many words share with the prefix, where that is enough but not all, and counts those that share all. Eight words
    /// beyond the last one read are read too, and eight beyond the last one set down are overwritten.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Kept, int Whole) Keep(ref ulong words, int count, ref ulong kept)
    {
        var (size, whole) = (0, 0);
        for (var at = 0; at < count; at += Lanes)
        {
            if (IsWide)
            {
                var both = Load(ref words, at, count);
                var all = Vector512.Equals(both, Vector512.Create(prefix));
                var enough = Vector512.GreaterThanOrEqual(BitCount.Of(both), Vector512.Create(least)) & ~all;
                whole += BitOperations.PopCount(all.ExtractMostSignificantBits());
                Avx512F.Compress(Vector512<ulong>.Zero, enough, both).StoreUnsafe(ref Unsafe.Add(ref kept, size));
                size += BitOperations.PopCount(enough.ExtractMostSignificantBits());
                continue;
            }
            for (var one = at; one < Math.Min(at + Lanes, count); one++)
            {
                var both = Unsafe.Add(ref words, one) & prefix;
                Unsafe.Add(ref kept, size) = both;
                if (both == prefix) whole++;
                else if ((ulong)BitOperations.PopCount(both) >= least) size++;
            }
        }
        return (size, whole);
    }

    /// <summary>Whether one of so many words shares all with the prefix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCovered(ref ulong words, int count)
    {
        for (var at = 0; at < count; at += Lanes)
        {
            if (IsWide)
            {
                if (Vector512.EqualsAny(Load(ref words, at, count), Vector512.Create(prefix))) return true;
                continue;
            }
            for (var one = at; one < Math.Min(at + Lanes, count); one++)
            {
                if ((Unsafe.Add(ref words, one) & prefix) == prefix) return true;
            }
        }
        return false;
    }

    /// <summary>Whether one of so many words shares enough with the prefix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsExtended(ref ulong words, int count)
    {
        for (var at = 0; at < count; at += Lanes)
        {
            if (IsWide)
            {
                if (Vector512.GreaterThanOrEqualAny(BitCount.Of(Load(ref words, at, count)), Vector512.Create(least))) return true;
                continue;
            }
            for (var one = at; one < Math.Min(at + Lanes, count); one++)
            {
                if ((ulong)BitOperations.PopCount(Unsafe.Add(ref words, one) & prefix) >= least) return true;
            }
        }
        return false;
    }

    // Eight words and what they share with the prefix; nothing beyond the count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<ulong> Load(ref ulong words, int at, int count)
    {
        var both = Vector512.LoadUnsafe(ref Unsafe.Add(ref words, at)) & Vector512.Create(prefix);
        return count - at >= Lanes ? both : both & Vector512.LessThan(Vector512<ulong>.Indices, Vector512.Create((ulong)(count - at)));
    }
}
