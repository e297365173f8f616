using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recommender.Core.Numerics;

/// <summary>8 x 8 sums in 8 of the 16 registers of AVX2.</summary>
readonly unsafe struct Vector256Outer : IOuterKernel
{
    public static bool IsSupported => Vector256.IsHardwareAccelerated;
    public static int Side => 8;

    // Named sums instead of an array: only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(in OuterTile tile)
    {
        var s0 = Vector256<float>.Zero;
        var s1 = Vector256<float>.Zero;
        var s2 = Vector256<float>.Zero;
        var s3 = Vector256<float>.Zero;
        var s4 = Vector256<float>.Zero;
        var s5 = Vector256<float>.Zero;
        var s6 = Vector256<float>.Zero;
        var s7 = Vector256<float>.Zero;

        var top = tile.Start + tile.Top;
        var left = (nint)(tile.Left - tile.Top) * sizeof(float);
        var (count, stride) = (tile.Count, tile.Stride);
        var rows = tile.Rows;
        var weights = tile.Weights;
        for (var k = 0; k < count; k++)
        {
            var y = top + rows[k] * stride;
            var b = Vector256.Load((float*)((nint)y + left));
            if (weights != null) b *= weights[k];
            s0 = Vector256.FusedMultiplyAdd(Vector256.Create(y[0]), b, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Create(y[1]), b, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Create(y[2]), b, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Create(y[3]), b, s3);
            s4 = Vector256.FusedMultiplyAdd(Vector256.Create(y[4]), b, s4);
            s5 = Vector256.FusedMultiplyAdd(Vector256.Create(y[5]), b, s5);
            s6 = Vector256.FusedMultiplyAdd(Vector256.Create(y[6]), b, s6);
            s7 = Vector256.FusedMultiplyAdd(Vector256.Create(y[7]), b, s7);
        }

        var c = tile.C;
        var step = tile.CStep;
        var alpha = Vector256.Create(tile.Alpha);
        Add(alpha, s0, c);
        Add(alpha, s1, c + step);
        Add(alpha, s2, c + 2 * step);
        Add(alpha, s3, c + 3 * step);
        Add(alpha, s4, c + 4 * step);
        Add(alpha, s5, c + 5 * step);
        Add(alpha, s6, c + 6 * step);
        Add(alpha, s7, c + 7 * step);
    }

    public static void AddTwo(in OuterTile tile)
    {
        Add(tile);
        Add(tile.Beside(Side));
    }

    public static void Scale(float factor, float* row, float* target) => (Vector256.Load(row) * factor).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float factor, float* row, float* target) => Add(Vector256.Create(factor), Vector256.Load(row), target);

    public static void AddAbove(ReadOnlySpan<float> factors, float* row, nint step)
    {
        var added = Vector256.Load(row);
        for (var above = factors.Length - 1; above >= 0; above--)
        {
            row -= step;
            Add(Vector256.Create(factors[above]), added, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(Vector256<float> alpha, Vector256<float> sum, float* c) => Vector256.FusedMultiplyAdd(alpha, sum, Vector256.Load(c)).Store(c);
}
