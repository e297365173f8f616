namespace Recommender.Core.Numerics;

/// <summary>
/// The normal equations of one row inside a hot loop: d up to about 1,024, row-major, nothing allocated, single precision. Only the
/// lower triangle (diagonal included) counts, what stands above may change. The factor is the lower triangular L with a = L'L,
/// taken from the last row upwards: every step then runs along rows.
/// </summary>
public static class SmallCholesky
{
    /// <summary>Factors a in place; false when it is not positive definite, and then the lower triangle is spoiled.</summary>
    public static bool TryFactor(Span<float> a, int d)
    {
        if (Vector512Outer.IsSupported) return TryFactor<Vector512Outer>(a, d);
        if (Vector256Outer.IsSupported) return TryFactor<Vector256Outer>(a, d);
        if (Vector128Outer.IsSupported) return TryFactor<Vector128Outer>(a, d);
        return TryFactor<ScalarOuter>(a, d);
    }

    /// <summary>Solves a x = b from the factor of a; x holds b before and the answer after.</summary>
    public static unsafe void Solve(ReadOnlySpan<float> factor, int d, Span<float> x)
    {
        CheckSquare(factor, d);
        if (x.Length != d) throw new ArgumentException($"{x.Length} numbers do not fit {d} equations.", nameof(x));

        fixed (float* l = factor, b = x)
        {
            Rows.SolveTransposed(l, d, b);
            Rows.SolveLower(l, d, b);
        }
    }

    /// <summary>Factors a and solves a x = b; false when a is not positive definite.</summary>
    public static bool TrySolve(Span<float> a, int d, Span<float> x)
    {
        if (!TryFactor(a, d)) return false;

        Solve(a, d, x);
        return true;
    }

    internal static unsafe bool TryFactor<TKernel>(Span<float> a, int d)
        where TKernel : struct, IOuterKernel
    {
        CheckSquare(a, d);
        var rows = stackalloc int[d];
        for (var i = 0; i < d; i++) rows[i] = i;

        fixed (float* start = a)
        {
            for (var top = (d - 1) / TKernel.Side * TKernel.Side; top >= 0; top -= TKernel.Side)
            {
                // What the rows below have already explained, then the square on the diagonal, then the rest of its rows.
                var below = top + TKernel.Side;
                var tile = new OuterTile { Rows = rows, Count = d - below, Start = start + below * d, Stride = d, Top = top, CStep = d, Alpha = -1 };
                for (var left = 0; left <= top && below < d; left += TKernel.Side) TKernel.Add(tile with { Left = left, C = start + top * d + left });

                var side = Math.Min(TKernel.Side, d - top);
                if (!Rows.TryFactorSquare(start + top * d + top, d, side)) return false;

                Rows.SolveBeside(start + top * d, d, top, side);
            }
        }
        return true;
    }

    static void CheckSquare(ReadOnlySpan<float> a, int d)
    {
        if (a.Length != (long)d * d) throw new ArgumentException($"{a.Length} numbers are not {d} x {d}.", nameof(a));
    }
}
