using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Counts the itemsets that begin with a prefix of at most 64 baskets: every entry is one word, and nothing is named.</summary>
sealed class WordCounting(MiningOptions options, SubsetTally tally, SearchLimits limits)
{
    const int Deepest = 65;   // each further item costs a prefix at least one of its 64 baskets
    const int Patience = 1 << 12;

    readonly ulong _least = (ulong)options.MinCount;
    readonly int _maxLength = options.MaxLength;
    ulong[] _words = [];
    int _patience = Patience;
    int _waits;
    bool _isStopped;

    /// <summary>
    /// Counts a prefix of so many items, with so many that are free to join, and all that the level's candidates add to it. Closed and
    /// maximal: what they add to it, the prefix itself is counted already.
    /// </summary>
    public bool TryCount(BitLevel level, int size, int free)
    {
        var stride = level.Size + 2 * BitLevel.Lanes;
        if (_words.Length < Deepest * stride)
        {
            var length = (Deepest + 1) * stride * 5 / 4;
            if (!limits.TryTake(8L * (length - _words.Length))) return false;

            _words = GC.AllocateUninitializedArray<ulong>(length);
        }
        level.Bits.AsSpan(0, level.Size).CopyTo(_words);
        tally.Reserve(free + level.Size, size + level.Size);
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        switch (options.Kind)
        {
            case ItemsetKind.Frequent: Frequent(ref words, level.Size, size, free); break;
            case ItemsetKind.Closed: Closed(ref words, level.Candidates, level.Size, size); break;
            default: Maximal(ref words, level.Candidates, level.Size, size); break;
        }
        return !_isStopped;
    }

    void Frequent(ref ulong words, int count, int size, int free)
    {
        if ((ulong)BitOperations.PopCount(Shared(ref words, count)) >= _least)
        {
            tally.Rows[free + count][size]++;
            return;
        }
        tally.Rows[free][size]++;
        if (size >= _maxLength || IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = count - 1; entry >= 0 && !_isStopped; entry--)
        {
            var (kept, whole) = new WordTest(Unsafe.Add(ref words, entry), _least).Keep(ref words, entry, ref child);
            if (kept == 0) tally.Rows[free + whole][size + 1]++;
            else Frequent(ref child, kept, size + 1, free + whole);
        }
    }

    // The candidates stand before what was branched on already.
    void Closed(ref ulong words, int candidates, int count, int size)
    {
        if (IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = candidates - 1; entry >= 0 && !_isStopped; entry--)
        {
            var test = new WordTest(Unsafe.Add(ref words, entry), _least);
            var (kept, whole) = test.Keep(ref words, entry, ref child);
            var longer = size + 1 + whole;
            if (longer > _maxLength) continue;

            ref var earlier = ref Unsafe.Add(ref words, entry + 1);
            if (kept == 0 || longer == _maxLength)
            {
                if (!test.IsCovered(ref earlier, count - entry - 1)) tally.Rows[0][longer]++;
                continue;
            }
            var (carried, covers) = test.Keep(ref earlier, count - entry - 1, ref Unsafe.Add(ref child, kept));
            if (covers > 0) continue;

            tally.Rows[0][longer]++;
            Closed(ref child, kept, kept + carried, longer);
        }
    }

    void Maximal(ref ulong words, int candidates, int count, int size)
    {
        if (IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = candidates - 1; entry >= 0 && !_isStopped; entry--)
        {
            var word = Unsafe.Add(ref words, entry);
            var test = new WordTest(word, _least);
            var (kept, whole) = test.Keep(ref words, entry, ref child);
            var longer = size + 1 + whole;
            ref var earlier = ref Unsafe.Add(ref words, entry + 1);
            var shared = word & Shared(ref child, kept);
            if ((ulong)BitOperations.PopCount(shared) >= _least)
            {
                var isListed = longer + kept <= _maxLength && !new WordTest(shared, _least).IsExtended(ref earlier, count - entry - 1);
                if (isListed) tally.Rows[0][longer + kept]++;
            }
            else if (longer < _maxLength)
            {
                var (carried, covers) = test.Keep(ref earlier, count - entry - 1, ref Unsafe.Add(ref child, kept));
                if (covers == 0) Maximal(ref child, kept, kept + carried, longer);
            }
        }
    }

    // The baskets that all of so many words share.
    static ulong Shared(ref ulong words, int count)
    {
        var shared = ~0ul;
        for (var at = 0; at < count; at++) shared &= Unsafe.Add(ref words, at);
        return shared;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool IsStopped()
    {
        if (--_patience > 0) return _isStopped;

        _patience = Patience;
        if (++_waits % 256 == 0 && tally.Exceeds()) return _isStopped = true;

        return _isStopped = limits.IsStopped;
    }

    static ref ulong ChildOf(ref ulong words, int count) => ref Unsafe.Add(ref words, (count + 2 * BitLevel.Lanes - 1) & -BitLevel.Lanes);
}
