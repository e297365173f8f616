using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>Sums of outer products of few, scattered rows: what one customer adds to the normal equations.</summary>
public static class SmallSyrk
{
    /// <summary>
    /// a += Σ weight y y' over the listed rows y of a factor matrix. a is row-major d x d; only its lower triangle (diagonal included)
    /// is read and written. Sums run in single precision in the order of the list.
    /// </summary>
    public static void AddOuterProducts(Span<float> a, ReadOnlySpan<float> rows, int d, WeightedRows listed)
    {
        if (a.Length != (long)d * d) throw new ArgumentException($"{a.Length} numbers are not {d} x {d}.", nameof(a));

        var stride = listed.RowStride == 0 ? d : listed.RowStride;
        for (var i = 0; i < listed.Rows.Length; i++)
        {
            var y = rows.Slice(listed.Rows[i] * stride, d);
            var weight = listed.Weights.IsEmpty ? listed.Weight : listed.Weights[i];
            for (var j = 0; j < d; j++)
            {
                var sum = a.Slice(j * d, j + 1);
                TensorPrimitives.MultiplyAdd(y[..(j + 1)], weight * y[j], sum, sum);
            }
        }
    }
}
