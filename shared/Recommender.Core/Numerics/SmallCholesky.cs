namespace Recommender.Core.Numerics;

/// <summary>
/// The normal equations of one row inside a hot loop: d up to about 1,024, row-major, nothing allocated, single precision. Only the
/// lower triangle (diagonal included) counts, what stands above may change. The factor is the lower triangular L with a = L'L,
/// taken from the last row upwards: every step then runs along rows.
/// </summary>
public static class SmallCholesky
{
    /// <summary>Factors a in place; false when it is not positive definite, and then the lower triangle is spoiled.</summary>
    public static bool TryFactor(Span<float> a, int d) => TryFactor(a, d, default);

    /// <summary>Solves a x = b from the factor of a; x holds b before and the answer after.</summary>
    public static unsafe void Solve(ReadOnlySpan<float> factor, int d, Span<float> x)
    {
        CheckSquare(factor, d);
        CheckRight(x, d);
        fixed (float* l = factor, b = x)
        {
            Rows.SolveTransposed(l, d, b);
            Rows.SolveLower(l, d, b);
        }
    }

    /// <summary>Factors a and solves a x = b in one go; false when a is not positive definite, and then x is spoiled too.</summary>
    public static unsafe bool TrySolve(Span<float> a, int d, Span<float> x)
    {
        CheckRight(x, d);
        if (!TryFactor(a, d, x)) return false;

        fixed (float* l = a, z = x) Rows.SolveLower(l, d, z);
        return true;
    }

    static bool TryFactor(Span<float> a, int d, Span<float> right)
    {
        if (Vector512Outer.IsSupported) return TryFactor<Vector512Outer>(a, d, right);
        if (Vector256Outer.IsSupported) return TryFactor<Vector256Outer>(a, d, right);
        if (Vector128Outer.IsSupported) return TryFactor<Vector128Outer>(a, d, right);
        return TryFactor<ScalarOuter>(a, d, right);
    }

    /// <summary>The right-hand side, where there is one, becomes L'⁻¹ b.</summary>
    internal static unsafe bool TryFactor<TKernel>(Span<float> a, int d, Span<float> right)
        where TKernel : struct, IOuterKernel
    {
        CheckSquare(a, d);
        var rows = stackalloc int[d];
        for (var i = 0; i < d; i++) rows[i] = i;

        fixed (float* start = a, b = right)
        {
            for (var top = (d - 1) / TKernel.Side * TKernel.Side; top >= 0; top -= TKernel.Side)
            {
                // What the rows below have already explained, then what these rows explain of one another.
                var below = top + TKernel.Side;
                var tile = new OuterTile { Rows = rows, Count = d - below, Start = start + below * d, Stride = d, Top = top, C = start + top * d, CStep = d, Alpha = -1 };
                for (var left = 0; left <= top && below < d; left += TKernel.Side * TilePair<TKernel>.Add(tile.Beside(left), top)) { }

                var panel = new FactorPanel<TKernel> { Rows = start + top * d, Step = d, Column = top, Side = Math.Min(TKernel.Side, d - top), Right = b };
                if (!panel.TryFactor()) return false;
            }
        }
        return true;
    }

    static void CheckSquare(ReadOnlySpan<float> a, int d)
    {
        if (a.Length != (long)d * d) throw new ArgumentException($"{a.Length} numbers are not {d} x {d}.", nameof(a));
    }

    static void CheckRight(ReadOnlySpan<float> x, int d)
    {
        if (x.Length != d) throw new ArgumentException($"{x.Length} numbers do not fit {d} equations.", nameof(x));
    }
}
