using System.Numerics.Tensors;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>
/// One pass of iALS++: for each block π of the factors the Newton step, exact because the loss is quadratic:
/// x_π -= H⁻¹ g with H = (G + Σ c y y' + λ I)_ππ and g = (G x + Σ c (s - 1) y + λ x)_π, where s are the scores of what was bought and
/// G = unobserved Y'Y is the background.
/// </summary>
sealed class BlockSolver(int factors, int block) : IRowSolver
{
    readonly float[] _step = new float[block];
    readonly float[] _hessian = new float[block * block];   // lower triangle
    float[] _scores = new float[256];              // s, one a purchase

    public double Solve(RowProblem row, Span<float> x)
    {
        var count = row.Bought.Rows.Length;
        if (_scores.Length < count) _scores = new float[2 * count];
        for (var entry = 0; entry < count; entry++) _scores[entry] = TensorPrimitives.Dot<float>(Vector(row, entry), x);

        for (var start = 0; start < factors; start += block)
        {
            if (!TryStep(row, x, start, Math.Min(block, factors - start))) return double.NaN;
        }
        return Loss(row, x);
    }

    bool TryStep(RowProblem row, Span<float> x, int start, int size)
    {
        var step = _step.AsSpan(0, size);
        Gradient(row, x, start, step);

        var hessian = _hessian.AsSpan(0, size * size);
        for (var k = 0; k < size; k++) Background(row, start + k).Slice(start, size).CopyTo(hessian[(k * size)..]);
        SmallSyrk.AddOuterProducts(hessian, row.Held.Vectors.Data.Span[start..], size, row.Bought with { RowStride = factors });
        Ridge.Add(hessian, size, row.Lambda);
        if (!SmallCholesky.TrySolve(hessian, size, step)) return false;

        var moved = x.Slice(start, size);
        TensorPrimitives.Subtract(moved, step, moved);
        for (var entry = 0; entry < row.Bought.Rows.Length; entry++) _scores[entry] -= TensorPrimitives.Dot<float>(Vector(row, entry).Slice(start, size), step);
        return true;
    }

    void Gradient(RowProblem row, ReadOnlySpan<float> x, int start, Span<float> gradient)
    {
        for (var k = 0; k < gradient.Length; k++) gradient[k] = TensorPrimitives.Dot(Background(row, start + k), x) + row.Lambda * x[start + k];
        for (var entry = 0; entry < row.Bought.Rows.Length; entry++)
            TensorPrimitives.MultiplyAdd(Vector(row, entry).Slice(start, gradient.Length), row.Weight(entry) * (_scores[entry] - 1), gradient, gradient);
    }

    // Σ c (1 - s)² + x'G x + λ x'x
    double Loss(RowProblem row, ReadOnlySpan<float> x)
    {
        var loss = row.Lambda * (double)TensorPrimitives.SumOfSquares(x);
        for (var k = 0; k < factors; k++) loss += x[k] * (double)TensorPrimitives.Dot(Background(row, k), x);
        for (var entry = 0; entry < row.Bought.Rows.Length; entry++) loss += row.Weight(entry) * (1.0 - _scores[entry]) * (1.0 - _scores[entry]);
        return loss;
    }

    static ReadOnlySpan<float> Vector(RowProblem row, int entry) => row.Held.Vectors.Row(row.Bought.Rows[entry]);

    ReadOnlySpan<float> Background(RowProblem row, int k) => row.Held.Background.Span.Slice(k * factors, factors);
}
