using Recommender.Core.Datasets;

namespace Recommender.Core.Numerics;

/// <summary>
/// The product of two sparse matrices, row by row (Gustavson, 1978): row i of a b is the sum over k of a_ik times row k of b. It is never
/// held as a whole: who needs the best entries of each row only, needs no memory for the others. Sums run in double and in the order
/// of k, so counts are exact and the result does not depend on threads.
/// </summary>
public static class SparseProduct
{
    /// <summary>Computes every row and hands it to <paramref name="take"/>.</summary>
    public static void ForEachRow(CsrMatrix a, CsrMatrix b, SparseProductRow take, ParallelOptions options)
    {
        if (a.Columns != b.Rows) throw new ArgumentException($"{a.Rows} x {a.Columns} times {b.Rows} x {b.Columns} is no product.", nameof(b));

        Parallel.For(0, a.Rows, options, () => new SparseSum(b.Columns), (row, _, sum) =>
        {
            sum.Add(a, row, b);
            take(row, sum.Columns, sum.Values);
            return sum;
        }, _ => { });
    }
}
