using Recommender.Core.Datasets;

namespace Recommender.Core.Numerics;

/// <summary>The co-occurrence product G = X'X of a sparse matrix X of customers by items, as a dense matrix of items by items.</summary>
public static class CoOccurrence
{
    /// <summary>All of G; counts are exact below 2^24.</summary>
    public static Matrix Dense(CsrMatrix customerItems, CsrMatrix itemCustomers, ParallelOptions options)
    {
        var g = Matrix.Zero(customerItems.Columns, customerItems.Columns);
        FillLower(customerItems, itemCustomers, [], g, options);
        Symmetric.MirrorLower(g, options.MaxDegreeOfParallelism, options.CancellationToken);
        return g;
    }

    /// <summary>
    /// Writes the lower triangle of S G S into <paramref name="g"/>, diagonal included, where S is diagonal, or G where
    /// <paramref name="scale"/> is empty. Sums and scaling run in double.
    /// </summary>
    public static void FillLower(CsrMatrix customerItems, CsrMatrix itemCustomers, double[] scale, Matrix g, ParallelOptions options)
    {
        if (g.Rows != customerItems.Columns || g.Columns != g.Rows) throw new ArgumentException($"{g.Rows} x {g.Columns} has no place for {customerItems.Columns} items.", nameof(g));

        Parallel.For(0, g.Rows, options, () => new double[g.Columns], (item, _, sums) =>
        {
            AddUpTo(item, itemCustomers, customerItems, sums);
            var row = g.Row(item);
            for (var other = 0; other <= item; other++) row[other] = (float)(scale.Length == 0 ? sums[other] : sums[other] * scale[item] * scale[other]);
            Array.Clear(sums, 0, item + 1);
            return sums;
        }, _ => { });
    }

    // Items ascend in a customer's row: what follows the item belongs to the upper triangle.
    static void AddUpTo(int item, CsrMatrix itemCustomers, CsrMatrix customerItems, double[] sums)
    {
        var starts = customerItems.Starts.Span;
        var items = customerItems.Indices.Span;
        var values = customerItems.Values.Span;
        var weights = itemCustomers.RowValues(item);
        var customers = itemCustomers.RowIndices(item);
        for (var at = 0; at < customers.Length; at++)
        {
            var (begin, end) = (starts[customers[at]], starts[customers[at] + 1]);
            if (values.IsEmpty)
            {
                foreach (var other in items[begin..end])
                {
                    if (other > item) break;
                    sums[other]++;
                }
                continue;
            }
            for (var entry = begin; entry < end && items[entry] <= item; entry++) sums[items[entry]] += (double)weights[at] * values[entry];
        }
    }
}
