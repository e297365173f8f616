using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

/// <summary>The loss of biased factorization as it stands in its documentation, in double precision, one number after the other.</summary>
sealed record RatingLossDefinition(CsrMatrix Ratings, RatingScale Scale, RatingLoss Loss)
{
    public double Of(RatingTables tables)
    {
        var sum = Penalty(tables.Items.Data, Loss.Lambda) + Penalty(tables.Implicit.Data, Loss.Implicit)
            + Penalty(tables.CustomerBiases, Loss.Bias) + Penalty(tables.ItemBiases, Loss.Bias);
        for (var customer = 0; customer < Ratings.Rows; customer++) sum += OfCustomer(tables, customer);
        return sum;
    }

    /// <summary>The slope of the loss in one number of the tables, by a small step to either side.</summary>
    public double Slope(RatingTables tables, Memory<float> numbers, int at)
    {
        const float Step = 1f / 256;
        var middle = numbers.Span[at];
        numbers.Span[at] = middle + Step;
        var (above, right) = (Of(tables), (double)numbers.Span[at]);
        numbers.Span[at] = middle - Step;
        var (below, left) = (Of(tables), (double)numbers.Span[at]);
        numbers.Span[at] = middle;
        return (above - below) / (right - left);
    }

    double OfCustomer(RatingTables tables, int customer)
    {
        var items = Ratings.RowIndices(customer);
        var sum = 0.0;
        for (var k = 0; k < tables.Factors; k++)
        {
            var taste = 0.0;
            foreach (var item in items) taste += tables.HasImplicit ? tables.Implicit.Row(item)[k] / Math.Sqrt(items.Length) : 0;
            sum += Loss.Lambda * Math.Pow(tables.Customers.Row(customer)[k] - taste, 2);
        }
        for (var entry = 0; entry < items.Length; entry++)
        {
            var error = (double)Scale.Standard(Ratings.RowValues(customer)[entry]) - tables.CustomerBiases.Span[customer] - tables.ItemBiases.Span[items[entry]];
            for (var k = 0; k < tables.Factors; k++) error -= (double)tables.Customers.Row(customer)[k] * tables.Items.Row(items[entry])[k];
            sum += error * error;
        }
        return sum;
    }

    static double Penalty(ReadOnlyMemory<float> numbers, double weight) => numbers.ToArray().Sum(number => weight * number * number);
}
