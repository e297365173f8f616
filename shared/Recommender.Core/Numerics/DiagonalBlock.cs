using System.Numerics.Tensors;

namespace Recommender.Core.Numerics;

/// <summary>The small triangles on the diagonal of a blocked factorisation, computed in double precision.</summary>
static class DiagonalBlock
{
    public const int Size = 64;

    /// <summary>a = L L' in the lower triangle; false when a pivot is not positive and finite.</summary>
    public static bool TryFactor(Matrix a)
    {
        var n = a.Rows;
        var work = new double[n * n];   // row i holds what is left of a[i, 0..i]
        var column = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) work[i * n + j] = a[i, j];
        }
        for (var k = 0; k < n; k++)
        {
            var pivot = work[k * n + k];
            if (!(pivot > 0) || !double.IsFinite(pivot)) return false;

            var root = Math.Sqrt(pivot);
            for (var i = k; i < n; i++) column[i] = work[i * n + k] = work[i * n + k] / root;
            for (var i = k + 1; i < n; i++)
            {
                var row = work.AsSpan(i * n + k + 1, i - k);
                TensorPrimitives.MultiplyAdd(column.AsSpan(k + 1, i - k), -column[i], row, row);
            }
        }
        Write(work, a);
        return true;
    }

    /// <summary>The inverse of the lower triangle L; above the diagonal zeros.</summary>
    public static void Invert(Matrix l, Matrix inverse)
    {
        // Row i: (e_i - Σ_{j<i} L[i, j] row_j) / L[i, i]
        var n = l.Rows;
        var work = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            var row = work.AsSpan(i * n, i + 1);
            row[i] = 1;
            for (var j = 0; j < i; j++) TensorPrimitives.MultiplyAdd(work.AsSpan(j * n, j + 1), -l[i, j], row[..(j + 1)], row[..(j + 1)]);
            TensorPrimitives.Divide(row, l[i, i], row);
        }
        Write(work, inverse);
    }

    /// <summary>L becomes the lower triangle of L'L.</summary>
    public static void MultiplyWithTransposed(Matrix l)
    {
        var n = l.Rows;
        var work = new double[n * n];
        var row = new double[n];
        for (var k = 0; k < n; k++)
        {
            for (var j = 0; j <= k; j++) row[j] = l[k, j];
            for (var i = 0; i <= k; i++)
            {
                var sum = work.AsSpan(i * n, i + 1);
                TensorPrimitives.MultiplyAdd(row.AsSpan(0, i + 1), row[i], sum, sum);
            }
        }
        Write(work, l);
    }

    public static void CopyLower(Matrix source, Matrix target)
    {
        for (var i = 0; i < source.Rows; i++)
        {
            for (var j = 0; j <= i; j++) target[i, j] = source[i, j];
        }
    }

    public static void Copy(Matrix source, Matrix target)
    {
        // Along the lines that both hold contiguously.
        if (source.ColumnStride != 1 && target.ColumnStride != 1) (source, target) = (source.Transposed, target.Transposed);
        if (source.ColumnStride == 1 && target.ColumnStride == 1)
        {
            for (var i = 0; i < source.Rows; i++) source.Row(i).CopyTo(target.Row(i));
            return;
        }

        for (var i = 0; i < source.Rows; i++)
        {
            for (var j = 0; j < source.Columns; j++) target[i, j] = source[i, j];
        }
    }

    public static void Negate(Matrix a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            if (a.ColumnStride == 1) TensorPrimitives.Negate(a.Row(i), a.Row(i));
            else for (var j = 0; j < a.Columns; j++) a[i, j] = -a[i, j];
        }
    }

    static void Write(double[] lower, Matrix target)
    {
        var n = target.Rows;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) target[i, j] = (float)lower[i * n + j];
        }
    }
}
