namespace Recommender.Core.Datasets;

/// <summary>Turns baskets into one row a customer: the distinct items with their weights, by two passes over all cores.</summary>
static class PairMatrix
{
    public static CsrMatrix Of(Baskets baskets, Weighting weighting, int now, CancellationToken cancellationToken = default)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var starts = new int[baskets.Customers + 1];
        ForEachCustomer(baskets, options, (customer, row) =>
        {
            baskets.Of(customer).Weigh(weighting, now, row);
            starts[customer + 1] = row.Count;
        });
        for (var customer = 0; customer < baskets.Customers; customer++) starts[customer + 1] = checked(starts[customer + 1] + starts[customer]);

        var indices = new int[starts[^1]];
        var values = weighting.IsBinary ? [] : new float[starts[^1]];
        ForEachCustomer(baskets, options, (customer, row) =>
        {
            baskets.Of(customer).Weigh(weighting, now, row);
            row.Items.CopyTo(indices.AsSpan(starts[customer]));
            if (values.Length > 0) row.Weights.CopyTo(values.AsSpan(starts[customer]));
        });
        return new(starts, indices, values, baskets.ItemCount);
    }

    static void ForEachCustomer(Baskets baskets, ParallelOptions options, Action<int, SparseRow> visit) =>
        Parallel.For(0, baskets.Customers, options, () => new SparseRow(), (customer, _, row) =>
        {
            visit(customer, row);
            return row;
        }, _ => { });
}
