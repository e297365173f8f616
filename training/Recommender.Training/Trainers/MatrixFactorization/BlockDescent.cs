using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Recommender.Core.Models.Ratings;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>
/// Stochastic gradient descent, diagonal by diagonal of the grid. A rating e = r - b_u - b_i - p·q moves p by rate · e q and, together with
/// it, shrinks p by 1 / (1 + rate λ / n), where n is how many ratings share that penalty: the implicit form of the penalty's step, which is
/// stable for every λ.
/// </summary>
sealed class BlockDescent(RatingGrid grid, RatingTables tables, RatingLoss loss)
{
    readonly double[] _squares = new double[RatingGrid.Side];
    readonly float[] _perCustomer = new float[tables.Customers.Rows];   // 1 / n
    readonly float[] _perItem = new float[tables.Items.Rows];

    public BlockDescent(RatingGrid grid, RatingTables tables, RatingLoss loss, (int[] OfRows, int[] OfColumns) counts) : this(grid, tables, loss)
    {
        for (var row = 0; row < _perCustomer.Length; row++) _perCustomer[row] = 1f / Math.Max(1, counts.OfRows[row]);
        for (var row = 0; row < _perItem.Length; row++) _perItem[row] = 1f / Math.Max(1, counts.OfColumns[row]);
    }

    /// <summary>Visits every rating once; the sum of the squared errors met on the way.</summary>
    public double Epoch(float rate, ParallelOptions parallelism)
    {
        _squares.AsSpan().Clear();
        for (var round = 0; round < RatingGrid.Side; round++)
        {
            var shift = round;
            Parallel.For(0, RatingGrid.Side, parallelism, row => _squares[row] += Visit(row, (row + shift) % RatingGrid.Side, rate));
        }
        return _squares.Sum();
    }

    double Visit(int row, int column, float rate)
    {
        var customers = tables.Customers.Data.Span;
        var items = tables.Items.Data.Span;
        var customerBiases = tables.CustomerBiases.Span;
        var itemBiases = tables.ItemBiases.Span;
        var d = tables.Factors;
        var squares = 0.0;
        foreach (var cell in grid.Block(row, column))
        {
            var p = customers.Slice(cell.Customer * d, d);
            var q = items.Slice(cell.Item * d, d);
            ref var customerBias = ref customerBiases[cell.Customer];
            ref var itemBias = ref itemBiases[cell.Item];
            var error = cell.Rating - customerBias - itemBias - TensorPrimitives.Dot<float>(p, q);
            squares += (double)error * error;

            var (step, perCustomer, perItem) = (rate * error, rate * _perCustomer[cell.Customer], rate * _perItem[cell.Item]);
            customerBias = (customerBias + step) / (1 + perCustomer * loss.Bias);
            itemBias = (itemBias + step) / (1 + perItem * loss.Bias);
            Move(p, q, step, (1 / (1 + perCustomer * loss.Lambda), 1 / (1 + perItem * loss.Lambda)));
        }
        return squares;
    }

    // p = (p + step q) keep.P and q = (q + step p) keep.Q, both from the values before.
    static void Move(Span<float> p, Span<float> q, float step, (float P, float Q) keep)
    {
        var ps = MemoryMarshal.Cast<float, Vector<float>>(p);
        var qs = MemoryMarshal.Cast<float, Vector<float>>(q)[..ps.Length];
        for (var k = 0; k < ps.Length; k++)
        {
            var (a, b) = (ps[k], qs[k]);
            ps[k] = (a + b * step) * keep.P;
            qs[k] = (b + a * step) * keep.Q;
        }
        for (var k = ps.Length * Vector<float>.Count; k < p.Length; k++) (p[k], q[k]) = ((p[k] + step * q[k]) * keep.P, (q[k] + step * p[k]) * keep.Q);
    }
}
