using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recommender.Core.Numerics;

/// <summary>Picks the best entries of one score row without sorting it.</summary>
public static class TopK
{
    const int Chunks = 256;

    static readonly int Stride = 4 * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector<float>.Count);

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

        var found = new BestSoFar(items, best);
        SelectFromPeaks(scores, items.Length, ref found);
        return found.Sort();
    }

    // What k of the peaks reach is a score that at least k entries reach: only chunks that peak as high are looked into, and only at what
    // reaches it.
    static void SelectFromPeaks(ReadOnlySpan<float> scores, int wanted, ref BestSoFar best)
    {
        Span<float> peaks = stackalloc float[Chunks];
        var length = ((scores.Length + Chunks - 1) / Chunks + Stride - 1) / Stride * Stride;
        var chunks = length == 0 ? 0 : scores.Length / length;
        if (chunks < 2 * wanted)
        {
            best.Offer(scores, 0, new Open());
            return;
        }
        for (var chunk = 0; chunk < chunks; chunk++) peaks[chunk] = Peak(scores.Slice(chunk * length, length));
        var floor = MathF.BitDecrement(ReachedBy(wanted, peaks[..chunks]));
        best.Demand(floor);
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            if (peaks[chunk] > floor) best.Offer(scores.Slice(chunk * length, length), chunk * length, new Open());
        }
        best.Offer(scores[(chunks * length)..], chunks * length, new Open());
    }

    /// <summary>
    /// A score that at least <paramref name="wanted"/> of the peaks reach and few more do, by halving the numbers between the lowest and
    /// the highest: counting costs less than keeping them in order. Whichever it is, the list is the same.
    /// </summary>
    static float ReachedBy(int wanted, ReadOnlySpan<float> peaks)
    {
        var (low, high) = (Ordered(TensorPrimitives.Min(peaks)), Ordered(TensorPrimitives.Max(peaks)));
        for (var reached = peaks.Length; reached > wanted + wanted / 8 && high - low > 1;)
        {
            var middle = low + (high - low) / 2;
            var count = CountFrom(Number(middle), peaks);
            if (count < wanted) high = middle;
            else (low, reached) = (middle, count);
        }
        return Number(low);
    }

    // A number's bits as an integer of the same order.
    static long Ordered(float number)
    {
        var bits = BitConverter.SingleToInt32Bits(number);
        return bits < 0 ? bits ^ int.MaxValue : bits;
    }

    static float Number(long ordered) => BitConverter.Int32BitsToSingle(ordered < 0 ? (int)ordered ^ int.MaxValue : (int)ordered);

    static int CountFrom(float score, ReadOnlySpan<float> peaks)
    {
        var (least, reached) = (new Vector<float>(score), Vector<int>.Zero);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(peaks);
        foreach (var vector in vectors) reached -= Vector.GreaterThanOrEqual(vector, least);
        var count = Vector.Sum(reached);
        foreach (var peak in peaks[(vectors.Length * Vector<float>.Count)..]) count += peak >= score ? 1 : 0;
        return count;
    }

    /// <summary>The highest number, -∞ where there is none; NaN is no number. Four at a time, so that no comparison waits for the one before it.</summary>
    static float Peak(ReadOnlySpan<float> chunk)
    {
        if (Vector512.IsHardwareAccelerated) return WidePeak(chunk);

        var none = new Vector<float>(float.NegativeInfinity);
        var (a, b, c, d) = (none, none, none, none);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(chunk);
        for (; vectors.Length >= 4; vectors = vectors[4..])
        {
            (a, b) = (Higher(a, vectors[0]), Higher(b, vectors[1]));
            (c, d) = (Higher(c, vectors[2]), Higher(d, vectors[3]));
        }
        var highest = Higher(Higher(a, b), Higher(c, d));
        var peak = highest[0];
        for (var lane = 1; lane < Vector<float>.Count; lane++) peak = Math.Max(peak, highest[lane]);
        return peak;
    }

    static float WidePeak(ReadOnlySpan<float> chunk)
    {
        var none = Vector512.Create(float.NegativeInfinity);
        var (a, b, c, d) = (none, none, none, none);
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(chunk);
        for (; vectors.Length >= 4; vectors = vectors[4..])
        {
            (a, b) = (Higher(a, vectors[0]), Higher(b, vectors[1]));
            (c, d) = (Higher(c, vectors[2]), Higher(d, vectors[3]));
        }
        var highest = Higher(Higher(a, b), Higher(c, d));
        var half = Vector256.Max(highest.GetLower(), highest.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3]));
    }

    static Vector<float> Higher(Vector<float> known, Vector<float> other) =>
        Vector.ConditionalSelect(Vector.GreaterThan(other, known), other, known);

    static Vector512<float> Higher(Vector512<float> known, Vector512<float> other) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(other, known), other, known);
}
