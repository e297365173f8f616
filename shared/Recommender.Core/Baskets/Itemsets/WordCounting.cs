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
            case ItemsetKind.Closed: Closed(ref words, level.First, level.Size, size); break;
            default: Maximal(ref words, level.First, level.Size, size); break;
        }
        return !_isStopped;
    }

    void Frequent(ref ulong words, int count, int size, int free)
    {
        if ((ulong)BitOperations.PopCount(WordScan.Shared(ref words, count)) >= _least)
        {
            tally.Rows[free + count][size]++;
            return;
        }
        tally.Rows[free][size]++;
        if (size >= _maxLength || IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = 0; entry < count && !_isStopped; entry++)
        {
            var whole = 0;
            var kept = WordScan.Append(ref words, (entry + 1, count), (Unsafe.Add(ref words, entry), _least), ref child, ref whole);
            if (kept == 0) tally.Rows[free + whole][size + 1]++;
            else Frequent(ref child, kept, size + 1, free + whole);
        }
    }

    void Closed(ref ulong words, int first, int count, int size)
    {
        if (IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = first; entry < count && !_isStopped; entry++)
        {
            var (covers, whole) = (0, 0);
            var test = (Unsafe.Add(ref words, entry), _least);
            var earlier = WordScan.Append(ref words, (0, entry), test, ref child, ref covers);
            if (covers > 0) continue;

            var kept = earlier + WordScan.Append(ref words, (entry + 1, count), test, ref Unsafe.Add(ref child, earlier), ref whole);
            var longer = size + 1 + whole;
            if (longer > _maxLength) continue;

            tally.Rows[0][longer]++;
            if (kept > earlier && longer < _maxLength) Closed(ref child, earlier, kept, longer);
        }
    }

    void Maximal(ref ulong words, int first, int count, int size)
    {
        if (IsStopped()) return;

        ref var child = ref ChildOf(ref words, count);
        for (var entry = first; entry < count && !_isStopped; entry++)
        {
            var (covers, whole) = (0, 0);
            var test = (Unsafe.Add(ref words, entry), _least);
            var earlier = WordScan.Append(ref words, (0, entry), test, ref child, ref covers);
            if (covers > 0) continue;

            ref var candidates = ref Unsafe.Add(ref child, earlier);
            var kept = WordScan.Append(ref words, (entry + 1, count), test, ref candidates, ref whole);
            var longer = size + 1 + whole;
            var shared = WordScan.Shared(ref candidates, kept) & test.Item1;
            if ((ulong)BitOperations.PopCount(shared) >= _least)
            {
                if (longer + kept <= _maxLength && !Extends(ref child, earlier, shared)) tally.Rows[0][longer + kept]++;
            }
            else if (longer < _maxLength)
            {
                Maximal(ref child, earlier, earlier + kept, longer);
            }
        }
    }

    // Whether one of so many words keeps enough of the bits: what stands in those baskets is then not maximal.
    bool Extends(ref ulong words, int count, ulong bits)
    {
        for (var j = 0; j < count; j++)
        {
            if ((ulong)BitOperations.PopCount(Unsafe.Add(ref words, j) & bits) >= _least) return true;
        }
        return false;
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
