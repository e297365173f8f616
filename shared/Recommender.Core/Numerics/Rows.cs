using System.Numerics;

namespace Recommender.Core.Numerics;

/// <summary>The steps of a small solution that run along rows; a call to a library for a handful of numbers would cost more than they do.</summary>
static unsafe class Rows
{
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
}
