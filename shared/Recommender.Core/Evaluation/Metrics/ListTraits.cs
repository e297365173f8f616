using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Metrics;

/// <summary>
/// What lists are like whatever came true of them: how popular, how surprising, how mixed. One for each thread; the sales behind it are
/// shared.
/// </summary>
public sealed class ListTraits
{
    readonly CsrMatrix _buyers;   // items by customers
    readonly int _customers;
    readonly double[] _together;  // by customer: while one list is measured

    /// <summary>By the sales of the training part.</summary>
    public ListTraits(Dataset training)
    {
        _buyers = training.ItemCustomers(Weighting.Plain);
        _customers = Math.Max(1, training.Customers.Count);
        _together = new double[_customers];
    }

    /// <summary>The mean share of customers who bought each item.</summary>
    public double Popularity(ReadOnlySpan<int> items)
    {
        var sum = 0.0;
        foreach (var item in items) sum += _buyers.RowCount(item);
        return items.IsEmpty ? double.NaN : sum / _customers / items.Length;
    }

    /// <summary>The mean of -log2 of the share of customers who bought each item; an item that nobody bought counts as bought once.</summary>
    public double Novelty(ReadOnlySpan<int> items)
    {
        var sum = 0.0;
        foreach (var item in items) sum -= Math.Log2((double)Math.Max(1, _buyers.RowCount(item)) / _customers);
        return items.IsEmpty ? double.NaN : sum / items.Length;
    }

    /// <summary>1 minus the mean cosine of two items of the list, each the vector of who bought it.</summary>
    public double Diversity(ReadOnlySpan<int> items)
    {
        if (items.Length < 2) return double.NaN;

        // |Σ x/|x||² = items + 2 Σ of the cosines of pairs, for items that somebody bought; those of nobody are unlike all others.
        var (square, bought) = (0.0, 0);
        foreach (var item in items)
        {
            var buyers = _buyers.RowIndices(item);
            if (buyers.IsEmpty) continue;

            bought++;
            var part = 1 / Math.Sqrt(buyers.Length);
            foreach (var customer in buyers)
            {
                square += part * (2 * _together[customer] + part);
                _together[customer] += part;
            }
        }
        foreach (var item in items)
        {
            foreach (var customer in _buyers.RowIndices(item)) _together[customer] = 0;
        }
        return 1 - (square - bought) / ((double)items.Length * (items.Length - 1));
    }
}
