using System.Numerics;
using System.Runtime.InteropServices;

namespace Recommender.Core.Numerics;

/// <summary>
/// Products of one vector with rows of a matrix whose rows stand side by side: a row's product is the same to the bit whether it is asked
/// for alone or among others.
/// </summary>
public static unsafe class RowProducts
{
    const int Together = 4;   // rows whose sums do not wait for each other

    /// <summary>The products with the rows from <paramref name="first"/> on, as many as there are places.</summary>
    public static void Multiply(Matrix rows, int first, ReadOnlySpan<float> vector, Span<float> products)
    {
        var d = vector.Length;
        var numbers = Numbers(rows, d).Slice(checked(first * d), checked(products.Length * d));
        var done = 0;
        fixed (float* start = numbers, x = vector, target = products)
        {
            for (; done <= products.Length - Together; done += Together)
            {
                var four = start + (nint)done * d;
                Ahead.Fetch(four, Together * d * sizeof(float));
                Multiply(four, x, d, target + done);
            }
        }
        for (; done < products.Length; done++) products[done] = Multiply(numbers.Slice(done * d, d), vector);
    }

    /// <summary>The product with one row.</summary>
    public static float Multiply(Matrix rows, int row, ReadOnlySpan<float> vector) =>
        Multiply(Numbers(rows, vector.Length).Slice(checked(row * vector.Length), vector.Length), vector);

    static ReadOnlySpan<float> Numbers(Matrix rows, int d)
    {
        if (rows.Columns != d) throw new ArgumentException($"Rows of {rows.Columns} numbers have no product with a vector of {d}.", nameof(rows));
        if (rows.RowStride != d || rows.ColumnStride != 1) throw new ArgumentException($"Rows of {d} numbers stand {rows.RowStride} apart and their columns {rows.ColumnStride}: they must stand side by side.", nameof(rows));

        return rows.Data.Span;
    }

    static float Multiply(ReadOnlySpan<float> row, ReadOnlySpan<float> vector)
    {
        ref var x = ref MemoryMarshal.GetReference(vector);
        ref var y = ref MemoryMarshal.GetReference(row);
        var (k, sums) = (0, Vector<float>.Zero);
        for (; k <= vector.Length - Vector<float>.Count; k += Vector<float>.Count)
            sums = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref x, (nuint)k), Vector.LoadUnsafe(ref y, (nuint)k), sums);

        var sum = Vector.Sum(sums);
        for (; k < vector.Length; k++) sum += vector[k] * row[k];
        return sum;
    }

    // Each of the four as the one above.
    static void Multiply(float* rows, float* vector, int d, float* products)
    {
        var (k, a, b, c, e) = (0, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (; k <= d - Vector<float>.Count; k += Vector<float>.Count)
        {
            var (part, row) = (Vector.Load(vector + k), (nint)(rows + k));
            a = Vector.MultiplyAddEstimate(part, Vector.Load((float*)row), a);
            b = Vector.MultiplyAddEstimate(part, Vector.Load((float*)row + d), b);
            c = Vector.MultiplyAddEstimate(part, Vector.Load((float*)row + 2 * d), c);
            e = Vector.MultiplyAddEstimate(part, Vector.Load((float*)row + 3 * d), e);
        }
        (products[0], products[1], products[2], products[3]) = (Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(e));
        for (; k < d; k++)
        {
            for (var row = 0; row < Together; row++) products[row] += vector[k] * rows[row * d + k];
        }
    }
}
