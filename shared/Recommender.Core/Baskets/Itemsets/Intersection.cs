using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Adds a candidate to a prefix: what still shares enough baskets with both goes on, the bits of other baskets are dropped.</summary>
sealed class Intersection(int minCount, SearchShape shape)
{
    int[] _kept = [];
    int[] _counts = [];
    int _candidates;
    ulong[] _shared = [];

    /// <summary>Entries that go on.</summary>
    public int Kept { get; private set; }

    /// <summary>Candidates that stand in every basket of the new prefix.</summary>
    public List<int> Whole { get; } = [];

    /// <summary>Whether an entry that was branched on before stands in every basket of the new prefix: then nothing below it is new.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>Counts what every other entry shares with the candidate.</summary>
    public void Count(BitLevel level, int candidate)
    {
        if (_kept.Length < level.Stride) (_kept, _counts) = (new int[2 * level.Stride], new int[2 * level.Stride]);
        Whole.Clear();
        (Kept, IsCovered) = (0, false);
        Count(level, candidate, 0, candidate);
        _candidates = Kept;
        if (shape.NeedsEarlier) Count(level, candidate, candidate + 1, level.Size);
    }

    void Count(BitLevel level, int candidate, int begin, int end)
    {
        for (var entry = begin; entry < end && !IsCovered; entry += BitLevel.Lanes)
        {
            if (WordTest.IsWide) Wide(level, candidate, entry, end);
            else Narrow(level, candidate, entry, end);
        }
    }

    // Eight entries at once: lane j holds the count of entry + j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Wide(BitLevel level, int candidate, int entry, int end)
    {
        var sum = Vector512<ulong>.Zero;
        ref var words = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(level.Bits), entry);
        ref var mask = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(level.Bits), candidate);
        var stride = (nuint)level.Stride;
        for (var left = level.Words; left > 0; left--)
        {
            sum += BitCount.Of(Vector512.LoadUnsafe(ref words) & Vector512.Create(mask));
            words = ref Unsafe.Add(ref words, stride);
            mask = ref Unsafe.Add(ref mask, stride);
        }
        var counts = Avx512F.ConvertToVector256Int32(sum);
        var enough = Vector256.GreaterThanOrEqual(counts, Vector256.Create(minCount)) & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(end - entry));
        if (shape.Absorbs)
        {
            var whole = Vector256.Equals(counts, Vector256.Create(level.Counts[candidate])) & enough;
            if (whole != Vector256<int>.Zero) Absorb(level, candidate, entry, whole.ExtractMostSignificantBits());
            enough &= ~whole;
        }
        Avx512F.VL.Compress(Vector256<int>.Zero, enough, counts).StoreUnsafe(ref _counts[Kept]);
        Avx512F.VL.Compress(Vector256<int>.Zero, enough, Vector256<int>.Indices + Vector256.Create(entry)).StoreUnsafe(ref _kept[Kept]);
        Kept += BitOperations.PopCount(enough.ExtractMostSignificantBits());
    }

    void Narrow(BitLevel level, int candidate, int entry, int end)
    {
        Span<int> counts = stackalloc int[BitLevel.Lanes];
        counts.Clear();
        for (var word = 0; word < level.Words; word++)
        {
            var row = level.Row(word);
            var mask = row[candidate];
            if (mask == 0) continue;

            var words = row.Slice(entry, BitLevel.Lanes);
            for (var lane = 0; lane < words.Length; lane++) counts[lane] += BitOperations.PopCount(words[lane] & mask);
        }
        for (var lane = 0; lane < Math.Min(counts.Length, end - entry); lane++)
        {
            if (shape.Absorbs && counts[lane] == level.Counts[candidate])
            {
                Absorb(level, candidate, entry, 1u << lane);
            }
            else if (counts[lane] >= minCount)
            {
                (_kept[Kept], _counts[Kept]) = (entry + lane, counts[lane]);
                Kept++;
            }
        }
    }

    void Absorb(BitLevel level, int candidate, int entry, uint lanes)
    {
        if (entry > candidate) IsCovered = true;
        for (; lanes != 0; lanes &= lanes - 1) Whole.Add(level.Items[entry + BitOperations.TrailingZeroCount(lanes)]);
    }

    /// <summary>Fills the level of the new prefix with what was counted last.</summary>
    public void Fill(BitLevel from, int candidate, BitLevel to)
    {
        to.Candidates = _candidates;
        for (var at = 0; at < Kept; at++) to.Items[at] = from.Items[_kept[at]];
        _counts.AsSpan(0, Kept).CopyTo(to.Counts);
        if (to.Words == from.Words) Copy(from, candidate, to);
        else Compact(from, candidate, to);
    }

    void Copy(BitLevel from, int candidate, BitLevel to)
    {
        for (var word = 0; word < to.Words; word++)
        {
            var source = from.Row(word);
            var target = to.Row(word)[..Kept];
            var mask = source[candidate];
            for (var at = 0; at < target.Length; at++) target[at] = source[_kept[at]] & mask;
        }
    }

    // Only the bits of the candidate's baskets, one behind the other.
    void Compact(BitLevel from, int candidate, BitLevel to)
    {
        to.Bits.AsSpan(0, to.Words * to.Stride).Clear();
        var done = 0;
        for (var word = 0; word < from.Words; word++)
        {
            var source = from.Row(word);
            var mask = source[candidate];
            if (mask == 0) continue;

            var shift = done & 63;
            var target = to.Row(done >> 6)[..Kept];
            for (var at = 0; at < target.Length; at++) target[at] |= PackedBits.Of(source[_kept[at]], mask) << shift;
            done += BitOperations.PopCount(mask);
            if (shift + BitOperations.PopCount(mask) <= 64) continue;

            target = to.Row(done >> 6)[..Kept];
            for (var at = 0; at < target.Length; at++) target[at] = PackedBits.Of(source[_kept[at]], mask) >> (64 - shift);
        }
    }

    /// <summary>How many baskets of the prefix hold all of its candidates, of which there is at least one; <see cref="IsExtended"/> then speaks of those.</summary>
    public int Shared(BitLevel level)
    {
        if (_shared.Length < level.Words) _shared = new ulong[level.Words];
        var count = 0;
        for (var word = 0; word < level.Words; word++)
        {
            var shared = ~0ul;
            foreach (var bits in level.Row(word)[..level.Candidates]) shared &= bits;
            _shared[word] = shared;
            count += BitOperations.PopCount(shared);
        }
        return count;
    }

    /// <summary>Whether one of the entries branched on before stands in enough of the shared baskets.</summary>
    public bool IsExtended(BitLevel level)
    {
        for (var entry = level.Candidates; entry < level.Size; entry++)
        {
            var count = 0;
            for (var word = 0; word < level.Words; word++) count += BitOperations.PopCount(level.Row(word)[entry] & _shared[word]);
            if (count >= minCount) return true;
        }
        return false;
    }
}
