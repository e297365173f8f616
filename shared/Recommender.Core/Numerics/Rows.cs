using System.Numerics;

namespace Recommender.Core.Numerics;

/// <summary>The steps of a small factorisation that run along rows; a call to a library for a handful of numbers would cost more than they do.</summary>
static unsafe class Rows
{
    const int LargestSquare = 16;

    /// <summary>A square on the diagonal becomes its L with square = L'L; false when a pivot is not positive and finite.</summary>
    public static bool TryFactorSquare(float* square, int step, int side)
    {
        if (side % Vector<float>.Count == 0) return TryFactorVectors(square, step, side);

        // Rows of whole vectors would reach beyond the matrix: they have room in a copy.
        var work = stackalloc float[LargestSquare * LargestSquare];
        for (var i = 0; i < side; i++) new ReadOnlySpan<float>(square + i * step, i + 1).CopyTo(new(work + i * LargestSquare, LargestSquare));
        if (!TryFactorVectors(work, LargestSquare, side)) return false;

        for (var i = 0; i < side; i++) new ReadOnlySpan<float>(work + i * LargestSquare, i + 1).CopyTo(new(square + i * step, i + 1));
        return true;
    }

    /// <summary>What the vectors do beyond the diagonal is never read.</summary>
    static bool TryFactorVectors(float* square, int step, int side)
    {
        var pivot = square[(side - 1) * step + side - 1];
        for (var k = side - 1; k >= 0; k--)
        {
            if (!(pivot > 0) || !float.IsFinite(pivot)) return false;

            var row = square + k * step;
            var scale = 1 / MathF.Sqrt(pivot);
            var root = pivot * scale;
            if (k > 0)
            {
                // The next root need not wait for the rows in between.
                var beside = row[k - 1] * scale;
                pivot = row[k - 1 - step] - beside * beside;
            }

            for (var at = 0; at <= k; at += Vector<float>.Count) (Vector.Load(row + at) * scale).Store(row + at);
            row[k] = root;
            for (var j = k - 1; j >= 0; j--) Subtract(row, row[j], square + j * step, j + 1);
        }
        return true;
    }

    /// <summary>Beside a factored square in columns [columns, columns + side): X with L' X = what stands left of it, in place.</summary>
    public static void SolveBeside(float* rows, int step, int columns, int side)
    {
        var width = 2 * Vector<float>.Count;
        var left = 0;
        for (; left <= columns - width; left += width) SolveColumns(rows, step, columns, side, left);
        for (; left < columns; left++) SolveColumn(rows, step, columns, side, left);
    }

    /// <summary>L' z = b, in place, from the last row up.</summary>
    public static void SolveTransposed(float* l, int d, float* b)
    {
        var k = d;
        for (; (k & 3) != 0; k--)
        {
            var row = l + (k - 1) * d;
            b[k - 1] /= row[k - 1];
            for (var i = 0; i < k - 1; i++) b[i] -= b[k - 1] * row[i];
        }

        // Four unknowns at a time; what they explain leaves the others in one go.
        for (k -= 4; k >= 0; k -= 4)
        {
            var t = l + k * d + k;   // the triangle of these four
            var z3 = b[k + 3] * (1 / t[3 * d + 3]);
            var z2 = (b[k + 2] - z3 * t[3 * d + 2]) * (1 / t[2 * d + 2]);
            var z1 = (b[k + 1] - z3 * t[3 * d + 1] - z2 * t[2 * d + 1]) * (1 / t[d + 1]);
            var z0 = (b[k] - z3 * t[3 * d] - z2 * t[2 * d] - z1 * t[d]) * (1 / t[0]);
            (b[k], b[k + 1], b[k + 2], b[k + 3]) = (z0, z1, z2, z3);
            SubtractFour(l + k * d, d, b, k);
        }
    }

    /// <summary>L x = z, in place, from the first row down.</summary>
    public static void SolveLower(float* l, int d, float* z)
    {
        var k = 0;
        for (; k <= d - 4; k += 4)
        {
            var t = l + k * d + k;   // the triangle of these four
            var (t0, t1, t2, t3) = DotFour(l + k * d, d, z, k);
            var x0 = (z[k] - t0) * (1 / t[0]);
            var x1 = (z[k + 1] - t1 - t[d] * x0) * (1 / t[d + 1]);
            var x2 = (z[k + 2] - t2 - t[2 * d] * x0 - t[2 * d + 1] * x1) * (1 / t[2 * d + 2]);
            var x3 = (z[k + 3] - t3 - t[3 * d] * x0 - t[3 * d + 1] * x1 - t[3 * d + 2] * x2) * (1 / t[3 * d + 3]);
            (z[k], z[k + 1], z[k + 2], z[k + 3]) = (x0, x1, x2, x3);
        }
        for (; k < d; k++)
        {
            var row = l + k * d;
            for (var i = 0; i < k; i++) z[k] -= row[i] * z[i];
            z[k] /= row[k];
        }
    }

    /// <summary>b[0..n] -= what the four unknowns from b[n] on explain; n is a multiple of four.</summary>
    static void SubtractFour(float* rows, int d, float* b, int n)
    {
        var i = 0;
        var (z0, z1) = (new Vector<float>(-b[n]), new Vector<float>(-b[n + 1]));
        var (z2, z3) = (new Vector<float>(-b[n + 2]), new Vector<float>(-b[n + 3]));
        for (; i <= n - Vector<float>.Count; i += Vector<float>.Count)
        {
            var row = rows + i;
            var first = Vector.MultiplyAddEstimate(z0, Vector.Load(row), Vector.Load(b + i));
            var second = z1 * Vector.Load(row + d);
            first = Vector.MultiplyAddEstimate(z2, Vector.Load(row + 2 * d), first);
            second = Vector.MultiplyAddEstimate(z3, Vector.Load(row + 3 * d), second);
            (first + second).Store(b + i);
        }
        for (; i < n; i++) b[i] -= b[n] * rows[i] + b[n + 1] * rows[d + i] + b[n + 2] * rows[2 * d + i] + b[n + 3] * rows[3 * d + i];
    }

    /// <summary>Four dot products with the same numbers.</summary>
    static (float, float, float, float) DotFour(float* rows, int d, float* z, int n)
    {
        var i = 0;
        var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (; i <= n - Vector<float>.Count; i += Vector<float>.Count)
        {
            var (x, row) = (Vector.Load(z + i), (nint)(rows + i));
            s0 = Vector.MultiplyAddEstimate(x, Vector.Load((float*)row), s0);
            s1 = Vector.MultiplyAddEstimate(x, Vector.Load((float*)row + d), s1);
            s2 = Vector.MultiplyAddEstimate(x, Vector.Load((float*)row + 2 * d), s2);
            s3 = Vector.MultiplyAddEstimate(x, Vector.Load((float*)row + 3 * d), s3);
        }

        var (t0, t1, t2, t3) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
        for (; i < n; i++)
        {
            (t0, t1) = (t0 + rows[i] * z[i], t1 + rows[d + i] * z[i]);
            (t2, t3) = (t2 + rows[2 * d + i] * z[i], t3 + rows[3 * d + i] * z[i]);
        }
        return (t0, t1, t2, t3);
    }

    /// <summary>target -= factor row, the vectors that hold the first n numbers.</summary>
    static void Subtract(float* row, float factor, float* target, int n)
    {
        var minus = new Vector<float>(-factor);
        for (var at = 0; at < n; at += Vector<float>.Count) Vector.MultiplyAddEstimate(minus, Vector.Load(row + at), Vector.Load(target + at)).Store(target + at);
    }

    /// <summary>Two vectors of columns, from the last row up: x_t = (c_t - Σ_{s>t} L[s, t] x_s) / L[t, t], the newest x last: the others need not wait.</summary>
    static void SolveColumns(float* rows, int step, int columns, int side, int left)
    {
        for (var t = side - 1; t >= 0; t--)
        {
            var target = rows + t * step + left;
            var (x0, x1) = (Vector.Load(target), Vector.Load(target + Vector<float>.Count));
            var row = rows + (side - 1) * step;
            for (var s = side - 1; s > t; s--, row -= step)
            {
                var factor = new Vector<float>(-row[columns + t]);
                x0 = Vector.MultiplyAddEstimate(factor, Vector.Load(row + left), x0);
                x1 = Vector.MultiplyAddEstimate(factor, Vector.Load(row + left + Vector<float>.Count), x1);
            }

            var scale = new Vector<float>(1 / rows[t * step + columns + t]);
            (x0 * scale).Store(target);
            (x1 * scale).Store(target + Vector<float>.Count);
        }
    }

    static void SolveColumn(float* rows, int step, int columns, int side, int left)
    {
        for (var t = side - 1; t >= 0; t--)
        {
            var x = rows[t * step + left];
            for (var s = side - 1; s > t; s--) x -= rows[s * step + columns + t] * rows[s * step + left];
            rows[t * step + left] = x / rows[t * step + columns + t];
        }
    }
}
