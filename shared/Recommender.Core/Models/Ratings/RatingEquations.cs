using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Ratings;

/// <summary>
/// Factors and bias of one row, exactly, while the other side stays: the least squares of (x - z, b) with A = Σ f f' + diag(λ ... λ, β)
/// and the right side Σ f (r - b_other - z·v), where f = (v, 1) and v are the other side's factors. Working memory is used again.
/// </summary>
public sealed class RatingEquations(int factors)
{
    readonly float[] _a = new float[(factors + 1) * (factors + 1)];   // lower triangle; its factor once solved
    readonly float[] _x = new float[factors + 1];                     // the right side, then x - z and b

    /// <summary>
    /// Writes the factors over <paramref name="x"/>, which holds their prior mean z before; NaN when single precision does not suffice.
    /// </summary>
    /// <returns>The bias.</returns>
    public float Solve(RatedRow row, RatingLoss loss, Span<float> x)
    {
        _a.AsSpan().Clear();
        _x.AsSpan().Clear();
        var size = factors + 1;
        SmallSyrk.AddOuterProducts(_a, row.Features.Data.Span, size, new(row.Others, 1));
        for (var k = 0; k < factors; k++) _a[k * size + k] += loss.Lambda;
        _a[^1] += loss.Bias;
        for (var entry = 0; entry < row.Others.Length; entry++)
        {
            var f = row.Features.Row(row.Others[entry]);
            var rest = row.Ratings[entry] - row.Biases[row.Others[entry]] - TensorPrimitives.Dot<float>(f[..factors], x);
            TensorPrimitives.MultiplyAdd(f, rest, _x, _x);
        }
        if (!SmallCholesky.TrySolve(_a, size, _x)) return float.NaN;

        TensorPrimitives.Add(x, _x.AsSpan(0, factors), x);
        return _x[^1];
    }

    /// <summary>The features f = (v, 1) of every row of factors v: (rows, d + 1).</summary>
    public static Matrix Features(Matrix vectors)
    {
        var features = Matrix.Zero(vectors.Rows, vectors.Columns + 1);
        for (var row = 0; row < vectors.Rows; row++)
        {
            vectors.Row(row).CopyTo(features.Row(row));
            features.Row(row)[^1] = 1;
        }
        return features;
    }
}
