using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>Picks from a list of counts those that reach a floor, with where they stand: no branch to guess wrong.</summary>
static class Sieve
{
    /// <summary>Writes the counts of at least <paramref name="floor"/> and their places, ascending; what stands behind them is overwritten.</summary>
    /// <returns>How many there are.</returns>
    public static int AtLeast(int floor, ReadOnlySpan<int> counts, Span<int> places, Span<int> found)
    {
        if (Math.Min(places.Length, found.Length) < counts.Length) throw new ArgumentException($"Every one of {counts.Length} counts may be picked: that is more than {places.Length} places or {found.Length} counts to write.", nameof(places));

        return Avx512F.IsSupported ? Wide(floor, counts, places, found) : Narrow(floor, counts, places, found);
    }

    static int Wide(int floor, ReadOnlySpan<int> counts, Span<int> places, Span<int> found)
    {
        var (least, lanes, kept) = (Vector512.Create(floor), Vector512<int>.Indices, 0);
        var blocks = MemoryMarshal.Cast<int, Vector512<int>>(counts);
        for (var at = 0; at < blocks.Length; at++)
        {
            var enough = Vector512.GreaterThanOrEqual(blocks[at], least);
            Avx512F.Compress(Vector512<int>.Zero, enough, lanes).CopyTo(places[kept..]);
            Avx512F.Compress(Vector512<int>.Zero, enough, blocks[at]).CopyTo(found[kept..]);
            kept += BitOperations.PopCount(enough.ExtractMostSignificantBits());
            lanes += Vector512.Create(Vector512<int>.Count);
        }
        for (var place = blocks.Length * Vector512<int>.Count; place < counts.Length; place++)
        {
            (places[kept], found[kept]) = (place, counts[place]);
            kept += counts[place] >= floor ? 1 : 0;
        }
        return kept;
    }

    static int Narrow(int floor, ReadOnlySpan<int> counts, Span<int> places, Span<int> found)
    {
        var (least, kept) = (new Vector<int>(floor), 0);
        for (var start = 0; start < counts.Length; start += Vector<int>.Count)
        {
            var block = counts[start..Math.Min(start + Vector<int>.Count, counts.Length)];
            if (block.Length == Vector<int>.Count && !Vector.GreaterThanOrEqualAny(new Vector<int>(block), least)) continue;

            for (var lane = 0; lane < block.Length; lane++)
            {
                (places[kept], found[kept]) = (start + lane, block[lane]);
                kept += block[lane] >= floor ? 1 : 0;
            }
        }
        return kept;
    }
}
