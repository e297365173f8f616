using System.Numerics;
using System.Runtime.InteropServices;

namespace Recommender.Core.Numerics;

/// <summary>Picks the best entries of one score row without sorting it.</summary>
public static class TopK
{
    static readonly int Stride = 8 * Vector<float>.Count;

    /// <summary>
    /// Fills <paramref name="items"/> and <paramref name="best"/> with the highest scores, best first.
    /// A tie goes to the lower index, so equal input gives equal output on every machine.
    /// Entries masked with -∞, and NaN, are never picked.
    /// </summary>
    /// <returns>How many were written; fewer than asked for when the row runs out.</returns>
    public static int Select(ReadOnlySpan<float> scores, Span<int> items, Span<float> best)
    {
        if (best.Length != items.Length) throw new ArgumentException($"{items.Length} places for items, {best.Length} for scores.", nameof(best));
        if (items.IsEmpty) return 0;

        var count = 0;
        var start = 0;
        for (; start <= scores.Length - Stride; start += Stride)
        {
            // Once the list is warm almost every stride holds nothing new; eight compares skip it whole.
            if (count < items.Length || HoldsMore(scores.Slice(start, Stride), best[0])) count = Offer(scores[..(start + Stride)], start, items, best, count);
        }
        count = Offer(scores, start, items, best, count);
        Sort(items[..count], best[..count]);
        return count;
    }

    static bool HoldsMore(ReadOnlySpan<float> stride, float threshold)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(stride);
        var beat = new Vector<float>(threshold);
        var more = Vector.GreaterThan(vectors[0], beat) | Vector.GreaterThan(vectors[1], beat)
            | Vector.GreaterThan(vectors[2], beat) | Vector.GreaterThan(vectors[3], beat)
            | Vector.GreaterThan(vectors[4], beat) | Vector.GreaterThan(vectors[5], beat)
            | Vector.GreaterThan(vectors[6], beat) | Vector.GreaterThan(vectors[7], beat);
        return more != Vector<int>.Zero;   // a NaN is more than nothing
    }

    // The scores from a place on, one by one, against the heap of those found so far; returns how many it holds then.
    static int Offer(ReadOnlySpan<float> scores, int start, Span<int> items, Span<float> best, int count)
    {
        for (var item = start; item < scores.Length; item++)
        {
            var score = scores[item];
            if (!(score > (count == items.Length ? best[0] : float.NegativeInfinity))) continue;   // also false for NaN

            if (count < items.Length) Push(items, best, count++, item, score);
            else Sink(items, best, item, score);
        }
        return count;
    }

    // A heap with the worst at the root: the lowest score and, of equal ones, the highest index.
    static bool IsWorse(float score, int item, float otherScore, int otherItem) =>
        score < otherScore || (score == otherScore && item > otherItem);

    static void Push(Span<int> items, Span<float> best, int slot, int item, float score)
    {
        while (slot > 0)
        {
            var parent = (slot - 1) / 2;
            if (!IsWorse(score, item, best[parent], items[parent])) break;

            (items[slot], best[slot]) = (items[parent], best[parent]);
            slot = parent;
        }
        (items[slot], best[slot]) = (item, score);
    }

    /// <summary>Replaces the root and lets the newcomer sink to its place.</summary>
    static void Sink(Span<int> items, Span<float> best, int item, float score)
    {
        var slot = 0;
        while (2 * slot + 1 < items.Length)
        {
            var child = 2 * slot + 1;
            if (child + 1 < items.Length && IsWorse(best[child + 1], items[child + 1], best[child], items[child])) child++;
            if (!IsWorse(best[child], items[child], score, item)) break;

            (items[slot], best[slot]) = (items[child], best[child]);
            slot = child;
        }
        (items[slot], best[slot]) = (item, score);
    }

    /// <summary>Takes the worst off the heap, again and again, and lays it behind those that remain.</summary>
    static void Sort(Span<int> items, Span<float> best)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var (item, score) = (items[last], best[last]);
            (items[last], best[last]) = (items[0], best[0]);
            Sink(items[..last], best[..last], item, score);
        }
    }
}
