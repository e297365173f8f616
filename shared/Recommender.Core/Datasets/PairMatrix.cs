using System.Globalization;

namespace Recommender.Core.Datasets;

/// <summary>Turns baskets into one row a customer: the distinct items with their weights, by two passes.</summary>
static class PairMatrix
{
    public static CsrMatrix Of(ShopBaskets baskets, Weighting weighting, int now, ParallelOptions options)
    {
        weighting.MustSuit(baskets);
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
        Check(values, weighting);
        return new(starts, indices, values, baskets.ItemCount);
    }

    static void Check(ReadOnlySpan<float> weights, Weighting weighting)
    {
        foreach (var weight in weights)
        {
            if (!float.IsFinite(weight)) throw new UserErrorException($"The weight '{weighting.Base.ToString().ToLowerInvariant()}' to the power of {weighting.Power.ToString(CultureInfo.InvariantCulture)} gives {weight.ToString(CultureInfo.InvariantCulture)}; weights must be finite. Use power=0.5, or weight=count.");
        }
    }

    static void ForEachCustomer(ShopBaskets baskets, ParallelOptions options, Action<int, SparseRow> visit) =>
        Parallel.For(0, baskets.Customers, options, () => new SparseRow(), (customer, _, row) =>
        {
            visit(customer, row);
            return row;
        }, _ => { });
}
