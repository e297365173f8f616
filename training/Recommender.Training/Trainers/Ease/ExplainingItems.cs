using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Ease;

/// <summary>For each item those others that would lower its loss most, each taken alone.</summary>
static class ExplainingItems
{
    /// <summary>Items by explaining items, ascending, with the scaled co-occurrence s_i s_j X'X[i, j].</summary>
    public static CsrMatrix Find(PurchaseGram gram, int count, ParallelOptions options)
    {
        var rows = new SparseRows(gram.Items);
        SparseProduct.ForEachRow(gram.ItemCustomers, gram.CustomerItems, (item, others, sums) =>
        {
            // Weight b on i alone changes the loss of j by -(X'X[i, j])^2 / (X'X[i, i] + lambda): the square of what is compared here.
            var scaled = new float[others.Length];
            for (var at = 0; at < others.Length; at++) scaled[at] = others[at] == item ? float.NegativeInfinity : (float)(sums[at] * gram.Scale[item] * gram.Scale[others[at]]);
            var places = new int[Math.Min(count, scaled.Length)];
            var kept = TopK.Select(scaled, places, new float[places.Length]);
            var best = places.AsSpan(0, kept);
            best.Sort();
            rows.Take(item, best, others, scaled);
        }, options);
        return rows.ToMatrix(gram.Items);
    }
}
