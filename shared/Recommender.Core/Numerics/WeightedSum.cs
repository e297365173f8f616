using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Recommender.Core.Numerics;

/// <summary>Sums of few, scattered rows: the right-hand side of one customer's normal equations.</summary>
public static class WeightedSum
{
    // Rows added in registers before they join the sum: single precision then adds numbers of like size.
    const int Block = 256;

    static readonly int Width = 4 * Vector<float>.Count;

    /// <summary>sum += Σ weight y over the listed rows y of a factor matrix (rows, d), d the length of the sum.</summary>
    public static void Add(ReadOnlySpan<float> rows, WeightedRows listed, Span<float> sum)
    {
        var columns = sum.Length / Width * Width;   // whole groups of vectors; the rest goes row by row
        for (var first = 0; first < listed.Rows.Length; first += Block)
        {
            var end = Math.Min(first + Block, listed.Rows.Length);
            for (var column = 0; column < columns; column += Width) AddVectors(rows, listed, first..end, sum, column);
        }
        if (columns == sum.Length) return;

        var rest = sum[columns..];
        for (var entry = 0; entry < listed.Rows.Length; entry++)
            TensorPrimitives.MultiplyAdd(rows.Slice(listed.Rows[entry] * sum.Length + columns, rest.Length), Weight(listed, entry), rest, rest);
    }

    static void AddVectors(ReadOnlySpan<float> rows, WeightedRows listed, Range entries, Span<float> sum, int column)
    {
        var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var entry = entries.Start.Value; entry < entries.End.Value; entry++)
        {
            ref var y = ref MemoryMarshal.GetReference(rows.Slice(listed.Rows[entry] * sum.Length + column, Width));
            var weight = new Vector<float>(Weight(listed, entry));
            s0 += weight * Vector.LoadUnsafe(ref y);
            s1 += weight * Vector.LoadUnsafe(ref y, (nuint)Vector<float>.Count);
            s2 += weight * Vector.LoadUnsafe(ref y, (nuint)(2 * Vector<float>.Count));
            s3 += weight * Vector.LoadUnsafe(ref y, (nuint)(3 * Vector<float>.Count));
        }
        var target = sum.Slice(column, Width);
        (new Vector<float>(target) + s0).CopyTo(target);
        (new Vector<float>(target[Vector<float>.Count..]) + s1).CopyTo(target[Vector<float>.Count..]);
        (new Vector<float>(target[(2 * Vector<float>.Count)..]) + s2).CopyTo(target[(2 * Vector<float>.Count)..]);
        (new Vector<float>(target[(3 * Vector<float>.Count)..]) + s3).CopyTo(target[(3 * Vector<float>.Count)..]);
    }

    static float Weight(WeightedRows listed, int entry) => listed.Weights.IsEmpty ? listed.Weight : listed.Weights[entry];
}
