using Recommender.Core.Datasets;

namespace Recommender.Tests.Training.Trainers.Ease;

/// <summary>EASE by plain loops in double precision.</summary>
static class ClosedForm
{
    public static double[,] Gram(Dataset shop, Weighting weighting)
    {
        var x = shop.CustomerItems(weighting);
        var gram = new double[x.Columns, x.Columns];
        for (var customer = 0; customer < x.Rows; customer++)
        {
            foreach (var a in x.RowIndices(customer))
            {
                foreach (var b in x.RowIndices(customer)) gram[a, b] += (double)x.At(customer, a) * x.At(customer, b);
            }
        }
        return gram;
    }

    public static double[,] Weights(double[,] gram, double lambda)
    {
        var n = gram.GetLength(0);
        var p = Inverse(gram, lambda, n);
        var weights = new double[n, n];
        for (var bought = 0; bought < n; bought++)
        {
            for (var item = 0; item < n; item++) weights[bought, item] = bought == item ? 0 : -p[bought, item] / p[item, item];
        }
        return weights;
    }

    // Gauss and Jordan; a positive definite matrix needs no exchange of rows.
    static double[,] Inverse(double[,] gram, double lambda, int n)
    {
        var a = (double[,])gram.Clone();
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++) (a[i, i], inverse[i, i]) = (a[i, i] + lambda, 1);
        for (var pivot = 0; pivot < n; pivot++)
        {
            var by = a[pivot, pivot];
            for (var column = 0; column < n; column++) (a[pivot, column], inverse[pivot, column]) = (a[pivot, column] / by, inverse[pivot, column] / by);
            for (var row = 0; row < n; row++)
            {
                var factor = a[row, pivot];
                for (var column = 0; row != pivot && column < n; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                    inverse[row, column] -= factor * inverse[pivot, column];
                }
            }
        }
        return inverse;
    }
}
