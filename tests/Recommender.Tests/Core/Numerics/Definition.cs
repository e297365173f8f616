using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Numerics;

/// <summary>What the kernels must compute, written as in a textbook: plain loops, sums in double precision.</summary>
static class Definition
{
    public static Matrix Normal(int rows, int columns, ulong stream)
    {
        var random = new RandomStream(17, stream);
        var matrix = Matrix.Zero(rows, columns);
        foreach (ref var number in matrix.Data.Span) number = (float)random.Normal();
        return matrix;
    }

    /// <summary>The same numbers with gaps between rows and columns; the gaps hold NaN, which nothing may touch.</summary>
    public static Matrix Spaced(Matrix from, int rowGap, int columnStride)
    {
        var rowStride = from.Columns * columnStride + rowGap;
        var data = new float[Math.Max(1, from.Rows * rowStride)];
        data.AsSpan().Fill(float.NaN);
        var spaced = new Matrix(data, from.Rows, from.Columns, rowStride, columnStride);
        Copy(from, spaced);
        return spaced;
    }

    public static Matrix Copy(Matrix from)
    {
        var copy = Matrix.Zero(from.Rows, from.Columns);
        Copy(from, copy);
        return copy;
    }

    public static void Copy(Matrix from, Matrix to)
    {
        for (var i = 0; i < from.Rows; i++)
        {
            for (var j = 0; j < from.Columns; j++) to[i, j] = from[i, j];
        }
    }

    /// <summary>alpha a b + beta c.</summary>
    public static double[,] Product(Matrix a, Matrix b, Matrix c, Product product)
    {
        var result = new double[c.Rows, c.Columns];
        for (var i = 0; i < c.Rows; i++)
        {
            for (var j = 0; j < c.Columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < a.Columns; k++) sum += (double)a[i, k] * b[k, j];
                result[i, j] = product.Alpha * sum + (product.Beta == 0 ? 0 : product.Beta * (double)c[i, j]);
            }
        }
        return result;
    }

    /// <summary>A well-conditioned symmetric positive definite matrix: a'a / n + I.</summary>
    public static Matrix PositiveDefinite(int n, ulong stream)
    {
        var (a, c) = (Normal(n + 8, n, stream), Matrix.Zero(n, n));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = i == j ? 1.0 : 0;
                for (var k = 0; k < a.Rows; k++) sum += (double)a[k, i] * a[k, j] / n;
                c[i, j] = (float)sum;
            }
        }
        return c;
    }

    /// <summary>The largest difference between what was computed and what should have been.</summary>
    public static double Distance(double[,] expected, Matrix actual)
    {
        var largest = 0.0;
        for (var i = 0; i < actual.Rows; i++)
        {
            for (var j = 0; j < actual.Columns; j++)
            {
                var difference = Math.Abs(expected[i, j] - actual[i, j]);
                largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
            }
        }
        return largest;
    }
}
