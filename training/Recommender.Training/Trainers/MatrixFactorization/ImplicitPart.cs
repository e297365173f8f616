using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>
/// Fits the factors y of what was rated at all to the customers' factors P: the least squares (A'A + ι/λ I) Y = A'P, where row u of A holds
/// n^-½ at the items that the customer rated. Every column of Y is a problem of its own with the same matrix, so all are taken a few steps
/// further at once by conjugate gradients, from where they stand.
/// </summary>
sealed class ImplicitPart(CsrMatrix byCustomer, CsrMatrix byItem, TrainingContext context)
{
    const int ChunkRows = 256;

    /// <summary>Takes so many steps; <paramref name="ridge"/> is ι/λ.</summary>
    public void Fit(Matrix y, Matrix customers, float ridge, int steps)
    {
        var d = y.Columns;
        var (residual, image) = (Matrix.Zero(y.Rows, d), Matrix.Zero(y.Rows, d));
        var spread = Matrix.Zero(customers.Rows, d);
        Apply(y, customers, spread, residual, -1);                                            // A'(P - A y)
        ForRows(y.Rows, item => TensorPrimitives.MultiplyAdd(y.Row(item), -ridge, residual.Row(item), residual.Row(item)));
        var direction = new Matrix(residual.Data.ToArray(), y.Rows, d);
        var length = Products(residual, residual);
        for (var step = 0; step < steps; step++)
        {
            Apply(direction, null, spread, image, 1);
            ForRows(y.Rows, item => TensorPrimitives.MultiplyAdd(direction.Row(item), ridge, image.Row(item), image.Row(item)));
            var along = Ratios(length, Products(direction, image));
            ForRows(y.Rows, item =>
            {
                for (var k = 0; k < d; k++)
                {
                    y.Row(item)[k] += along[k] * direction.Row(item)[k];
                    residual.Row(item)[k] -= along[k] * image.Row(item)[k];
                }
            });
            var shorter = Products(residual, residual);
            var turn = Ratios(shorter, length);
            ForRows(y.Rows, item => TensorPrimitives.MultiplyAdd(direction.Row(item), turn, residual.Row(item), direction.Row(item)));
            length = shorter;
        }
    }

    // result = A'(origin + sign A x), with the inner product kept in spread (customers, d).
    void Apply(Matrix x, Matrix? origin, Matrix spread, Matrix result, float sign)
    {
        ForRows(byCustomer.Rows, customer =>
        {
            var row = spread.Row(customer);
            row.Clear();
            var items = byCustomer.RowIndices(customer);
            if (items.IsEmpty) return;

            foreach (var item in items) TensorPrimitives.Add(row, x.Row(item), row);
            var scale = 1 / MathF.Sqrt(items.Length);
            TensorPrimitives.Multiply(row, sign * scale, row);
            if (origin is { } start) TensorPrimitives.Add(row, start.Row(customer), row);
            TensorPrimitives.Multiply(row, scale, row);
        });
        ForRows(byItem.Rows, item =>
        {
            var row = result.Row(item);
            row.Clear();
            foreach (var customer in byItem.RowIndices(item)) TensorPrimitives.Add(row, spread.Row(customer), row);
        });
    }

    void ForRows(int rows, Action<int> body) => Parallel.For(0, (rows + ChunkRows - 1) / ChunkRows, context.Parallelism, chunk =>
    {
        var end = Math.Min(rows, (chunk + 1) * ChunkRows);
        for (var row = chunk * ChunkRows; row < end; row++) body(row);
    });

    // Σ over rows of a · b, column by column.
    static double[] Products(Matrix a, Matrix b)
    {
        var sums = new double[a.Columns];
        for (var row = 0; row < a.Rows; row++)
        {
            var x = a.Row(row);
            var y = b.Row(row);
            for (var k = 0; k < sums.Length; k++) sums[k] += (double)x[k] * y[k];
        }
        return sums;
    }

    // A column that is solved already stays where it is.
    static float[] Ratios(double[] over, double[] under)
    {
        var ratios = new float[over.Length];
        for (var k = 0; k < ratios.Length; k++) ratios[k] = under[k] > 1e-30 ? (float)(over[k] / under[k]) : 0;
        return ratios;
    }
}
