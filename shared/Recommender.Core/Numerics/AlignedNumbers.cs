using System.Runtime.InteropServices;

namespace Recommender.Core.Numerics;

/// <summary>Numbers from a cache line's boundary on, so that no vector of theirs straddles two lines.</summary>
public static class AlignedNumbers
{
    const int CacheLine = 64 / sizeof(float);

    /// <summary>The most that one array holds.</summary>
    public static int Most => Array.MaxLength - CacheLine;

    /// <summary>So many zeros; what holds them is never moved.</summary>
    public static Memory<float> Zeros(int count) => Within(GC.AllocateArray<float>(count + CacheLine, pinned: true), count);

    /// <summary>So many numbers of any content; what holds them is never moved.</summary>
    internal static Memory<float> Unset(int count) => Within(GC.AllocateUninitializedArray<float>(count + CacheLine, pinned: true), count);

    static Memory<float> Within(float[] pinned, int count)
    {
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) / sizeof(float) % CacheLine);
        return pinned.AsMemory(CacheLine - beyond, count);
    }
}
