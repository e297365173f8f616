using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>
/// The normal equations of one row inside a hot loop: d up to about 1,024, row-major, nothing allocated. Only the lower triangle
/// (diagonal included) is read and written. The factor is the lower triangular L with a = L'L, taken from the last row upwards:
/// every step then runs along rows.
/// </summary>
public static class SmallCholesky
{
    /// <summary>Factors a in place; false when it is not positive definite, and then the lower triangle is spoiled.</summary>
    public static bool TryFactor(Span<float> a, int d)
    {
        CheckSquare(a, d);
        for (var k = d - 1; k >= 0; k--)
        {
            var row = a.Slice(k * d, k + 1);
            var pivot = row[k];
            if (!(pivot > 0) || !float.IsFinite(pivot)) return false;

            TensorPrimitives.Divide(row, MathF.Sqrt(pivot), row);
            for (var j = 0; j < k; j++)
            {
                var rest = a.Slice(j * d, j + 1);
                TensorPrimitives.MultiplyAdd(row[..(j + 1)], -row[j], rest, rest);
            }
        }
        return true;
    }

    /// <summary>Solves a x = b from the factor of a; x holds b before and the answer after.</summary>
    public static void Solve(ReadOnlySpan<float> factor, int d, Span<float> x)
    {
        CheckSquare(factor, d);
        if (x.Length != d) throw new ArgumentException($"{x.Length} numbers do not fit {d} equations.", nameof(x));

        // L' z = b from the last row up, then L x = z from the first down.
        for (var k = d - 1; k >= 0; k--)
        {
            var row = factor.Slice(k * d, k + 1);
            x[k] /= row[k];
            TensorPrimitives.MultiplyAdd(row[..k], -x[k], x[..k], x[..k]);
        }
        for (var k = 0; k < d; k++)
        {
            var row = factor.Slice(k * d, k + 1);
            x[k] = (x[k] - TensorPrimitives.Dot(row[..k], x[..k])) / row[k];
        }
    }

    /// <summary>Factors a and solves a x = b; false when a is not positive definite.</summary>
    public static bool TrySolve(Span<float> a, int d, Span<float> x)
    {
        if (!TryFactor(a, d)) return false;

        Solve(a, d, x);
        return true;
    }

    static void CheckSquare(ReadOnlySpan<float> a, int d)
    {
        if (a.Length != (long)d * d) throw new ArgumentException($"{a.Length} numbers are not {d} x {d}.", nameof(a));
    }
}
