using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Recommender.Core.Numerics;

/// <summary>Packed panels: pinned floats from a cache line's boundary on, kept for the next product instead of being freed.</summary>
sealed unsafe class AlignedBuffer : IDisposable
{
    const int SmallestSize = 1 << 10;
    const int KeptPerSize = 8;
    const int Unkept = -1;

    // By power of two of the size.
    static readonly ConcurrentBag<AlignedBuffer>[] Kept = [.. Enumerable.Range(0, 32).Select(_ => new ConcurrentBag<AlignedBuffer>())];

    readonly int _power;
    readonly Memory<float> _numbers;   // pinned: holding it keeps the pointer good

    AlignedBuffer(int size, int power)
    {
        _power = power;
        _numbers = AlignedNumbers.Unset(size);
        Start = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(_numbers.Span));
    }

    public float* Start { get; }

    /// <summary>At least so many floats, of any content; disposing gives them back.</summary>
    public static AlignedBuffer Rent(int size)
    {
        var power = BitOperations.Log2((uint)Math.Max(size, SmallestSize) - 1) + 1;
        return Kept[power].TryTake(out var buffer) ? buffer : new(1 << power, power);
    }

    /// <summary>So many floats of any content, for good.</summary>
    public static AlignedBuffer Of(int size) => new(size, Unkept);

    public void Dispose()
    {
        if (_power != Unkept && Kept[_power].Count < KeptPerSize) Kept[_power].Add(this);
    }
}
