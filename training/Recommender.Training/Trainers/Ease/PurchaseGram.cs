using Recommender.Core;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Ease;

/// <summary>
/// X'X + lambda I of customers by items, of which only the diagonal is held, and its scaling to a diagonal of ones: weights that span
/// many orders of magnitude then cost no precision.
/// </summary>
sealed class PurchaseGram
{
    public PurchaseGram(CsrMatrix customerItems, CsrMatrix itemCustomers, double lambda)
    {
        (CustomerItems, ItemCustomers, Lambda) = (customerItems, itemCustomers, lambda);
        var diagonal = customerItems.ColumnSums(power: 2);
        Scale = Array.ConvertAll(diagonal, square => 1 / Math.Sqrt(square + lambda));
        if (Array.Exists(Scale, scale => !double.IsFinite(scale) || scale == 0)) throw Singular();
    }

    public CsrMatrix CustomerItems { get; }

    public CsrMatrix ItemCustomers { get; }

    public double Lambda { get; }

    /// <summary>1 / sqrt of the diagonal, by item.</summary>
    public double[] Scale { get; }

    public int Items => Scale.Length;

    /// <summary>What is said when no weights can be computed.</summary>
    public UserErrorException Singular() => new(FormattableString.Invariant(
        $"ease: with lambda={Lambda} the weights of these {Items} items are not determined, because some items are bought by the same customers or by none. Raise lambda, for example to 500."));

    /// <summary>(X'X + lambda I) v.</summary>
    public double[] Times(ReadOnlySpan<double> v)
    {
        var product = new double[Items];
        for (var item = 0; item < Items; item++) product[item] = Lambda * v[item];
        for (var customer = 0; customer < CustomerItems.Rows; customer++)
        {
            var items = CustomerItems.RowIndices(customer);
            var weights = CustomerItems.RowValues(customer);
            var sum = 0.0;
            for (var at = 0; at < items.Length; at++) sum += v[items[at]] * (weights.IsEmpty ? 1 : weights[at]);
            for (var at = 0; at < items.Length; at++) product[items[at]] += sum * (weights.IsEmpty ? 1 : weights[at]);
        }
        return product;
    }
}
