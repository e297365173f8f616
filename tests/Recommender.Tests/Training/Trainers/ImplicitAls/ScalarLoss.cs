using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers.ImplicitAls;

namespace Recommender.Tests.Training.Trainers.ImplicitAls;

/// <summary>The loss of implicit-als as it is defined, over all pairs in double precision, and its plainest minimisation.</summary>
sealed class ScalarLoss(Dataset shop, ImplicitAlsOptions options)
{
    public double Of(FactorTables tables)
    {
        var bought = shop.CustomerItems(options.Weighting);
        var (customers, items) = (Rows(tables.Customers), Rows(tables.Items));
        var loss = 0.0;
        for (var customer = 0; customer < customers.Length; customer++)
        {
            var weights = Weights(bought, customer);
            for (var item = 0; item < items.Length; item++)
            {
                var score = Dot(customers[customer], items[item]);
                loss += options.Unobserved * score * score;
                if (weights.TryGetValue(item, out var weight)) loss += weight * (1 - score) * (1 - score);
            }
            loss += Lambda(weights.Count, items.Length) * Dot(customers[customer], customers[customer]);
        }
        var buyers = shop.ItemCustomers(options.Weighting);
        return loss + items.Select((item, index) => Lambda(buyers.RowCount(index), customers.Length) * Dot(item, item)).Sum();
    }

    /// <summary>The largest derivative (halved) of the loss by a number of <paramref name="solved"/>.</summary>
    public double LargestGradient(Matrix solved, Matrix held, CsrMatrix bought)
    {
        var (rows, others) = (Rows(solved), Rows(held));
        var largest = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var (a, b) = Equations(others, Weights(bought, row));
            for (var i = 0; i < b.Length; i++) largest = Math.Max(largest, Math.Abs(Dot(a[i], rows[row]) - b[i]));
        }
        return largest;
    }

    /// <summary>Alternates exact solutions from the trainer's starting vectors.</summary>
    public (double[][] Customers, double[][] Items) Train(int seed)
    {
        var start = new StartingVectors(options, new() { Seed = seed }).Of(shop.ItemCustomers(options.Weighting));
        var (customers, items) = (Rows(start.Customers), Rows(start.Items));
        customers = Solve(shop.CustomerItems(options.Weighting), items);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            items = Solve(shop.ItemCustomers(options.Weighting), customers);
            customers = Solve(shop.CustomerItems(options.Weighting), items);
        }
        return (customers, items);
    }

    double[][] Solve(CsrMatrix bought, double[][] held) =>
        [.. Enumerable.Range(0, bought.Rows).Select(row => Eliminate(Equations(held, Weights(bought, row))))];

    (double[][] A, double[] B) Equations(double[][] held, Dictionary<int, double> weights)
    {
        var d = options.Factors;
        var (a, b) = (Enumerable.Range(0, d).Select(_ => new double[d]).ToArray(), new double[d]);
        for (var other = 0; other < held.Length; other++)
        {
            var y = held[other];
            var weight = weights.GetValueOrDefault(other);
            for (var i = 0; i < d; i++)
            {
                b[i] += weight * y[i];
                for (var j = 0; j < d; j++) a[i][j] += (options.Unobserved + weight) * y[i] * y[j];
            }
        }
        for (var i = 0; i < d; i++) a[i][i] += Lambda(weights.Count, held.Length);
        return (a, b);
    }

    double Lambda(int purchases, int others) => options.Regularization * Math.Pow(purchases + options.Unobserved * others, options.Exponent);

    // Gauss without pivoting: A is positive definite.
    static double[] Eliminate((double[][] A, double[] B) equations)
    {
        var (a, b) = equations;
        for (var k = 0; k < b.Length; k++)
        {
            for (var i = k + 1; i < b.Length; i++)
            {
                var share = a[i][k] / a[k][k];
                for (var j = k; j < b.Length; j++) a[i][j] -= share * a[k][j];
                b[i] -= share * b[k];
            }
        }
        for (var k = b.Length - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < b.Length; j++) b[k] -= a[k][j] * b[j];
            b[k] /= a[k][k];
        }
        return b;
    }

    static Dictionary<int, double> Weights(CsrMatrix bought, int row)
    {
        var values = bought.RowValues(row).ToArray();
        return bought.RowIndices(row).ToArray().Select((column, entry) => (column, Weight: bought.IsBinary ? 1.0 : values[entry])).ToDictionary(cell => cell.column, cell => cell.Weight);
    }

    static double[][] Rows(Matrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(row => Array.ConvertAll(matrix.Row(row).ToArray(), number => (double)number))];

    static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
