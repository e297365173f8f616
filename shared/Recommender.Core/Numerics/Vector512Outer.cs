using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recommender.Core.Numerics;

/// <summary>16 x 16 sums in 16 of the 32 registers of AVX-512.</summary>
readonly unsafe struct Vector512Outer : IOuterKernel
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated;
    public static int Side => 16;

    // Named sums instead of an array: only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(in OuterTile tile)
    {
        var s0 = Vector512<float>.Zero;
        var s1 = Vector512<float>.Zero;
        var s2 = Vector512<float>.Zero;
        var s3 = Vector512<float>.Zero;
        var s4 = Vector512<float>.Zero;
        var s5 = Vector512<float>.Zero;
        var s6 = Vector512<float>.Zero;
        var s7 = Vector512<float>.Zero;
        var s8 = Vector512<float>.Zero;
        var s9 = Vector512<float>.Zero;
        var sA = Vector512<float>.Zero;
        var sB = Vector512<float>.Zero;
        var sC = Vector512<float>.Zero;
        var sD = Vector512<float>.Zero;
        var sE = Vector512<float>.Zero;
        var sF = Vector512<float>.Zero;

        var top = tile.Start + tile.Top;
        var left = (nint)(tile.Left - tile.Top) * sizeof(float);
        var (count, stride) = (tile.Count, tile.Stride);
        var rows = tile.Rows;
        var weights = tile.Weights;
        for (var k = 0; k < count; k++)
        {
            var y = top + rows[k] * stride;
            var b = Vector512.Load((float*)((nint)y + left));
            if (weights != null) b *= weights[k];
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(y[0]), b, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(y[1]), b, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(y[2]), b, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(y[3]), b, s3);
            s4 = Vector512.FusedMultiplyAdd(Vector512.Create(y[4]), b, s4);
            s5 = Vector512.FusedMultiplyAdd(Vector512.Create(y[5]), b, s5);
            s6 = Vector512.FusedMultiplyAdd(Vector512.Create(y[6]), b, s6);
            s7 = Vector512.FusedMultiplyAdd(Vector512.Create(y[7]), b, s7);
            s8 = Vector512.FusedMultiplyAdd(Vector512.Create(y[8]), b, s8);
            s9 = Vector512.FusedMultiplyAdd(Vector512.Create(y[9]), b, s9);
            sA = Vector512.FusedMultiplyAdd(Vector512.Create(y[10]), b, sA);
            sB = Vector512.FusedMultiplyAdd(Vector512.Create(y[11]), b, sB);
            sC = Vector512.FusedMultiplyAdd(Vector512.Create(y[12]), b, sC);
            sD = Vector512.FusedMultiplyAdd(Vector512.Create(y[13]), b, sD);
            sE = Vector512.FusedMultiplyAdd(Vector512.Create(y[14]), b, sE);
            sF = Vector512.FusedMultiplyAdd(Vector512.Create(y[15]), b, sF);
        }

        var c = tile.C;
        var step = tile.CStep;
        var alpha = Vector512.Create(tile.Alpha);
        Add(alpha, s0, c);
        Add(alpha, s1, c + step);
        Add(alpha, s2, c + 2 * step);
        Add(alpha, s3, c + 3 * step);
        Add(alpha, s4, c + 4 * step);
        Add(alpha, s5, c + 5 * step);
        Add(alpha, s6, c + 6 * step);
        Add(alpha, s7, c + 7 * step);
        Add(alpha, s8, c + 8 * step);
        Add(alpha, s9, c + 9 * step);
        Add(alpha, sA, c + 10 * step);
        Add(alpha, sB, c + 11 * step);
        Add(alpha, sC, c + 12 * step);
        Add(alpha, sD, c + 13 * step);
        Add(alpha, sE, c + 14 * step);
        Add(alpha, sF, c + 15 * step);
    }

    /// <summary>Half the rows at a time: fewer numbers are read for as many products.</summary>
    public static void AddTwo(in OuterTile tile)
    {
        AddUpperHalves(tile);
        AddUpperHalves(tile.Below(Side / 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddUpperHalves(in OuterTile tile)
    {
        var (s00, s01) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s10, s11) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s20, s21) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s30, s31) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s40, s41) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s50, s51) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s60, s61) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s70, s71) = (Vector512<float>.Zero, Vector512<float>.Zero);

        var top = tile.Start + tile.Top;
        var left = (nint)(tile.Left - tile.Top) * sizeof(float);
        var (count, stride) = (tile.Count, tile.Stride);
        var rows = tile.Rows;
        var weights = tile.Weights;
        for (var k = 0; k < count; k++)
        {
            var y = top + rows[k] * stride;
            var b = (float*)((nint)y + left);
            var (b0, b1) = (Vector512.Load(b), Vector512.Load(b + 16));
            if (weights != null) (b0, b1) = (b0 * weights[k], b1 * weights[k]);
            var a0 = Vector512.Create(y[0]);
            (s00, s01) = (Vector512.FusedMultiplyAdd(a0, b0, s00), Vector512.FusedMultiplyAdd(a0, b1, s01));
            var a1 = Vector512.Create(y[1]);
            (s10, s11) = (Vector512.FusedMultiplyAdd(a1, b0, s10), Vector512.FusedMultiplyAdd(a1, b1, s11));
            var a2 = Vector512.Create(y[2]);
            (s20, s21) = (Vector512.FusedMultiplyAdd(a2, b0, s20), Vector512.FusedMultiplyAdd(a2, b1, s21));
            var a3 = Vector512.Create(y[3]);
            (s30, s31) = (Vector512.FusedMultiplyAdd(a3, b0, s30), Vector512.FusedMultiplyAdd(a3, b1, s31));
            var a4 = Vector512.Create(y[4]);
            (s40, s41) = (Vector512.FusedMultiplyAdd(a4, b0, s40), Vector512.FusedMultiplyAdd(a4, b1, s41));
            var a5 = Vector512.Create(y[5]);
            (s50, s51) = (Vector512.FusedMultiplyAdd(a5, b0, s50), Vector512.FusedMultiplyAdd(a5, b1, s51));
            var a6 = Vector512.Create(y[6]);
            (s60, s61) = (Vector512.FusedMultiplyAdd(a6, b0, s60), Vector512.FusedMultiplyAdd(a6, b1, s61));
            var a7 = Vector512.Create(y[7]);
            (s70, s71) = (Vector512.FusedMultiplyAdd(a7, b0, s70), Vector512.FusedMultiplyAdd(a7, b1, s71));
        }

        var c = tile.C;
        var step = tile.CStep;
        var alpha = Vector512.Create(tile.Alpha);
        Add(alpha, s00, c);
        Add(alpha, s01, c + 16);
        Add(alpha, s10, c + step);
        Add(alpha, s11, c + step + 16);
        Add(alpha, s20, c + 2 * step);
        Add(alpha, s21, c + 2 * step + 16);
        Add(alpha, s30, c + 3 * step);
        Add(alpha, s31, c + 3 * step + 16);
        Add(alpha, s40, c + 4 * step);
        Add(alpha, s41, c + 4 * step + 16);
        Add(alpha, s50, c + 5 * step);
        Add(alpha, s51, c + 5 * step + 16);
        Add(alpha, s60, c + 6 * step);
        Add(alpha, s61, c + 6 * step + 16);
        Add(alpha, s70, c + 7 * step);
        Add(alpha, s71, c + 7 * step + 16);
    }

    public static void Scale(float factor, float* row, float* target) => (Vector512.Load(row) * factor).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float factor, float* row, float* target) => Add(Vector512.Create(factor), Vector512.Load(row), target);

    public static void AddAbove(ReadOnlySpan<float> factors, float* row, nint step)
    {
        var added = Vector512.Load(row);
        for (var above = factors.Length - 1; above >= 0; above--)
        {
            row -= step;
            Add(Vector512.Create(factors[above]), added, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(Vector512<float> alpha, Vector512<float> sum, float* c) => Vector512.FusedMultiplyAdd(alpha, sum, Vector512.Load(c)).Store(c);
}
