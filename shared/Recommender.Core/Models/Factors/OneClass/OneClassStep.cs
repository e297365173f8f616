using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>
/// A Newton step of a few rows x while the other side Y stays, over every pair, bought or not: x -= t H⁻¹ g with the exact gradient g and
/// H = λ I + c (G - Σ bought y y') + Σ bought ℓ''(s) y y', where G = unobserved Y'Y and c is the mean curvature of the row's scores. This is
/// Newton's own H for the squared loss. t is halved until the loss falls. Working memory is used again.
/// </summary>
public sealed class OneClassStep
{
    const int LargestBuffer = 1 << 21;
    const int MostRows = 64;
    const int MostHalvings = 8;
    const double Rounding = 1e-6;   // of sums in single precision

    readonly OneClassObjective _objective;
    readonly HeldSide _held;
    readonly Matrix _scores;      // (rows, others)
    readonly Matrix _slopes;      // (rows, others), then the direction's scores
    readonly Matrix _directions;  // (rows, d)
    readonly float[] _hessian;    // (d, d), lower triangle
    readonly float[] _buffer;
    float[] _weights = new float[64];

    /// <summary>For steps of up to so many rows against this side.</summary>
    public OneClassStep(OneClassObjective objective, HeldSide held, int rows)
    {
        var (others, d) = (held.Vectors.Rows, held.Factors);
        (_objective, _held) = (objective, held);
        (_scores, _slopes, _directions) = (Matrix.Zero(rows, others), Matrix.Zero(rows, others), Matrix.Zero(rows, d));
        (_hessian, _buffer) = (new float[d * d], new float[others]);
    }

    /// <summary>Rows that are best taken together against so many others.</summary>
    public static int RowsFor(int others) => Math.Clamp(LargestBuffer / Math.Max(1, others), 1, MostRows);

    /// <summary>Moves the rows <paramref name="x"/>, of which the first is row <paramref name="first"/> of <paramref name="bought"/>.</summary>
    public OneClassProgress Move(CsrMatrix bought, int first, Matrix x)
    {
        var (others, d) = (_held.Vectors.Rows, _held.Factors);
        var scores = _scores.Block(0, 0, x.Rows, others);
        var slopes = _slopes.Block(0, 0, x.Rows, others);
        var directions = _directions.Block(0, 0, x.Rows, d);
        Gemm.Multiply(x, _held.Vectors.Transposed, scores, new(threads: 1));
        Span<float> curvatures = stackalloc float[x.Rows];
        for (var row = 0; row < x.Rows; row++) curvatures[row] = Slopes(bought.RowIndices(first + row), scores.Row(row), slopes.Row(row));

        Gemm.Multiply(slopes, _held.Vectors, directions, new(threads: 1));
        var expected = new double[x.Rows];
        for (var row = 0; row < x.Rows; row++) expected[row] = Direct(bought.RowIndices(first + row), scores.Row(row), curvatures[row], new(x.Row(row), directions.Row(row)));

        Gemm.Multiply(directions, _held.Vectors.Transposed, slopes, new(threads: 1));
        var (loss, gain) = (0.0, 0.0);
        for (var row = 0; row < x.Rows; row++)
        {
            var before = Search(bought.RowIndices(first + row), new(scores.Row(row), slopes.Row(row)), new(x.Row(row), directions.Row(row)));
            loss += before;
            gain = Math.Max(gain, expected[row] / (1 + Math.Abs(before)));
        }
        return new(loss, gain);
    }

    // Scores get their offset; the slopes of the loss in each of them; the mean curvature.
    float Slopes(ReadOnlySpan<int> bought, Span<float> scores, Span<float> slopes)
    {
        TensorPrimitives.Add(scores, _objective.Offset, scores);
        scores.CopyTo(slopes);
        var curvature = _objective.OtherSlopes(slopes);
        TensorPrimitives.Multiply(slopes, _objective.Unobserved, slopes);
        foreach (var item in bought) slopes[item] = _objective.BoughtSlope(scores[item]);
        return curvature;
    }

    // Turns the gradient of the scores into H⁻¹ g; g' H⁻¹ g.
    double Direct(ReadOnlySpan<int> bought, ReadOnlySpan<float> scores, float curvature, RowPair row)
    {
        var d = _held.Factors;
        if (_weights.Length < bought.Length) _weights = new float[2 * bought.Length];
        for (var entry = 0; entry < bought.Length; entry++) _weights[entry] = _objective.Curvature(scores[bought[entry]]) - _objective.Unobserved * curvature;
        TensorPrimitives.Multiply(_held.Background.Span, curvature, _hessian);
        SmallSyrk.AddOuterProducts(_hessian, _held.Vectors.Data.Span, d, new(bought, _weights.AsSpan(0, bought.Length)));
        var lambda = _objective.Lambda(bought.Length, _held.Vectors.Rows);
        for (var k = 0; k < d; k++) _hessian[k * d + k] += lambda;

        TensorPrimitives.MultiplyAdd(row.X, lambda, row.Direction, row.Direction);
        Span<float> gradient = stackalloc float[d];
        row.Direction.CopyTo(gradient);
        if (SmallCholesky.TrySolve(_hessian, d, row.Direction)) return TensorPrimitives.Dot<float>(gradient, row.Direction);

        // Rounding left H not positive definite: λ alone bounds it from below.
        TensorPrimitives.Divide(gradient, lambda + TensorPrimitives.Sum<float>(_held.Background.Span), row.Direction);
        return TensorPrimitives.Dot<float>(gradient, row.Direction);
    }

    // Halves the step until the row's loss falls; the loss before.
    double Search(ReadOnlySpan<int> bought, RowPair scores, RowPair row)
    {
        var lambda = _objective.Lambda(bought.Length, _held.Vectors.Rows) / 2.0;
        var before = _objective.Of(scores.X, bought, _buffer) + lambda * TensorPrimitives.SumOfSquares<float>(row.X);
        var moved = 1f;
        var done = 0f;
        for (var halving = 0; halving <= MostHalvings; halving++, moved = MathF.ScaleB(1, -halving))
        {
            // From the step taken so far to the one tried: scores and row move together.
            TensorPrimitives.MultiplyAdd(scores.Direction, done - moved, scores.X, scores.X);
            TensorPrimitives.MultiplyAdd(row.Direction, done - moved, row.X, row.X);
            done = moved;
            if (_objective.Of(scores.X, bought, _buffer) + lambda * TensorPrimitives.SumOfSquares<float>(row.X) <= before + Rounding * (1 + Math.Abs(before))) return before;
        }
        TensorPrimitives.MultiplyAdd(row.Direction, done, row.X, row.X);
        return before;
    }
}
