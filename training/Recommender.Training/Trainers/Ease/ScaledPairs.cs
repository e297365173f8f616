using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Ease;

/// <summary>
/// The scaled co-occurrences s_i s_j X'X[i, j] of all pairs i > j, as far as memory goes: where all are too many, the strongest are kept and
/// the others count as never bought together.
/// </summary>
static class ScaledPairs
{
    const int BytesAPair = 2 * (sizeof(int) + sizeof(float));   // once found, once in the matrix

    // Sixteen steps for each doubling of strength, from 2^-20 to 1: the leading bits of a float, which ascend with it.
    const int DroppedBits = 19;
    const int Steps = 20 * 16;
    static readonly int Lowest = BitConverter.SingleToInt32Bits(MathF.ScaleB(1, -20)) >> DroppedBits;

    public static CsrMatrix Collect(PurchaseGram gram, long memory, ParallelOptions options)
    {
        var weakest = Weakest(gram, memory, options);
        var rows = new SparseRows(gram.Items);
        SparseProduct.ForEachRow(gram.ItemCustomers, gram.CustomerItems, (item, others, sums) =>
        {
            var (places, values, kept) = (new int[others.Length], new float[others.Length], 0);
            for (var at = 0; at < others.Length && others[at] < item; at++)
            {
                var strength = (float)(sums[at] * gram.Scale[item] * gram.Scale[others[at]]);
                if (Step(strength) < weakest) continue;

                values[at] = strength;
                places[kept++] = at;
            }
            rows.Take(item, places.AsSpan(0, kept), others, values);
        }, options);
        return rows.ToMatrix(gram.Items);
    }

    // The lowest step of strength from which on all pairs fit.
    static int Weakest(PurchaseGram gram, long memory, ParallelOptions options)
    {
        var pairs = new long[Steps + 1];
        SparseProduct.ForEachRow(gram.ItemCustomers, gram.CustomerItems, (item, others, sums) =>
        {
            Span<int> ofItem = stackalloc int[Steps + 1];
            ofItem.Clear();
            for (var at = 0; at < others.Length && others[at] < item; at++) ofItem[Step((float)(sums[at] * gram.Scale[item] * gram.Scale[others[at]]))]++;
            for (var step = 0; step < ofItem.Length; step++)
            {
                if (ofItem[step] > 0) Interlocked.Add(ref pairs[step], ofItem[step]);
            }
        }, options);
        var (weakest, room) = (Steps + 1, Math.Min(memory / BytesAPair, Array.MaxLength));
        while (weakest > 0 && room >= pairs[weakest - 1]) room -= pairs[--weakest];
        return weakest;
    }

    static int Step(float strength) => Math.Clamp((BitConverter.SingleToInt32Bits(strength) >> DroppedBits) - Lowest, 0, Steps);
}
