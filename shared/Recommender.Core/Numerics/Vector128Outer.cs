using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recommender.Core.Numerics;

/// <summary>8 x 8 sums in 16 registers: all that SSE has, half of those of NEON.</summary>
readonly unsafe struct Vector128Outer : IOuterKernel
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;
    public static int Side => 8;

    // Named sums instead of an array: only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(in OuterTile tile)
    {
        var (s00, s01) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s10, s11) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s20, s21) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s30, s31) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s40, s41) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s50, s51) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s60, s61) = (Vector128<float>.Zero, Vector128<float>.Zero);
        var (s70, s71) = (Vector128<float>.Zero, Vector128<float>.Zero);

        var top = tile.Start + tile.Top;
        var left = (nint)(tile.Left - tile.Top) * sizeof(float);
        var (count, stride) = (tile.Count, tile.Stride);
        var rows = tile.Rows;
        var weights = tile.Weights;
        for (var k = 0; k < count; k++)
        {
            var y = top + rows[k] * stride;
            var b0 = Vector128.Load((float*)((nint)y + left));
            var b1 = Vector128.Load((float*)((nint)y + left) + 4);
            if (weights != null) (b0, b1) = (b0 * weights[k], b1 * weights[k]);
            var a0 = Vector128.Create(y[0]);
            (s00, s01) = (Vector128.MultiplyAddEstimate(a0, b0, s00), Vector128.MultiplyAddEstimate(a0, b1, s01));
            var a1 = Vector128.Create(y[1]);
            (s10, s11) = (Vector128.MultiplyAddEstimate(a1, b0, s10), Vector128.MultiplyAddEstimate(a1, b1, s11));
            var a2 = Vector128.Create(y[2]);
            (s20, s21) = (Vector128.MultiplyAddEstimate(a2, b0, s20), Vector128.MultiplyAddEstimate(a2, b1, s21));
            var a3 = Vector128.Create(y[3]);
            (s30, s31) = (Vector128.MultiplyAddEstimate(a3, b0, s30), Vector128.MultiplyAddEstimate(a3, b1, s31));
            var a4 = Vector128.Create(y[4]);
            (s40, s41) = (Vector128.MultiplyAddEstimate(a4, b0, s40), Vector128.MultiplyAddEstimate(a4, b1, s41));
            var a5 = Vector128.Create(y[5]);
            (s50, s51) = (Vector128.MultiplyAddEstimate(a5, b0, s50), Vector128.MultiplyAddEstimate(a5, b1, s51));
            var a6 = Vector128.Create(y[6]);
            (s60, s61) = (Vector128.MultiplyAddEstimate(a6, b0, s60), Vector128.MultiplyAddEstimate(a6, b1, s61));
            var a7 = Vector128.Create(y[7]);
            (s70, s71) = (Vector128.MultiplyAddEstimate(a7, b0, s70), Vector128.MultiplyAddEstimate(a7, b1, s71));
        }

        var c = tile.C;
        var step = tile.CStep;
        var alpha = Vector128.Create(tile.Alpha);
        Add(alpha, s00, c);
        Add(alpha, s01, c + 4);
        Add(alpha, s10, c + step);
        Add(alpha, s11, c + step + 4);
        Add(alpha, s20, c + 2 * step);
        Add(alpha, s21, c + 2 * step + 4);
        Add(alpha, s30, c + 3 * step);
        Add(alpha, s31, c + 3 * step + 4);
        Add(alpha, s40, c + 4 * step);
        Add(alpha, s41, c + 4 * step + 4);
        Add(alpha, s50, c + 5 * step);
        Add(alpha, s51, c + 5 * step + 4);
        Add(alpha, s60, c + 6 * step);
        Add(alpha, s61, c + 6 * step + 4);
        Add(alpha, s70, c + 7 * step);
        Add(alpha, s71, c + 7 * step + 4);
    }

    public static void AddTwo(in OuterTile tile)
    {
        Add(tile);
        Add(tile.Beside(Side));
    }

    public static void Scale(float factor, float* row, float* target)
    {
        (Vector128.Load(row) * factor).Store(target);
        (Vector128.Load(row + 4) * factor).Store(target + 4);
    }

    public static void Add(float factor, float* row, float* target)
    {
        var factors = Vector128.Create(factor);
        Add(factors, Vector128.Load(row), target);
        Add(factors, Vector128.Load(row + 4), target + 4);
    }

    public static void AddAbove(ReadOnlySpan<float> factors, float* row, nint step)
    {
        var (added0, added1) = (Vector128.Load(row), Vector128.Load(row + 4));
        for (var above = factors.Length - 1; above >= 0; above--)
        {
            row -= step;
            var factor = Vector128.Create(factors[above]);
            Add(factor, added0, row);
            Add(factor, added1, row + 4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(Vector128<float> alpha, Vector128<float> sum, float* c) => Vector128.MultiplyAddEstimate(alpha, sum, Vector128.Load(c)).Store(c);
}
