using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>6 x 16 sums in 12 of the 16 registers of AVX2.</summary>
readonly unsafe struct Vector256Tile : ITileKernel
{
    public static bool IsSupported => Vector256.IsHardwareAccelerated;
    public static int Rows => 6;
    public static int Columns => 16;
    public static int Depth => 512;

    // Named sums instead of an array: only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in Tile tile)
    {
        FetchTarget(in tile);
        var (a, b, aStep, bStep) = ((nint)tile.A, (nint)tile.B, tile.AStep * sizeof(float), tile.BStep * sizeof(float));
        var (s00, s01) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s10, s11) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s20, s21) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s30, s31) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s40, s41) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s50, s51) = (Vector256<float>.Zero, Vector256<float>.Zero);

        for (var k = tile.Depth; k > 0; k--, a += aStep, b += bStep)
        {
            var b0 = Vector256.Load((float*)b);
            var b1 = Vector256.Load((float*)b + 8);
            var a0 = Vector256.Create(((float*)a)[0]);
            (s00, s01) = (Vector256.FusedMultiplyAdd(a0, b0, s00), Vector256.FusedMultiplyAdd(a0, b1, s01));
            var a1 = Vector256.Create(((float*)a)[1]);
            (s10, s11) = (Vector256.FusedMultiplyAdd(a1, b0, s10), Vector256.FusedMultiplyAdd(a1, b1, s11));
            var a2 = Vector256.Create(((float*)a)[2]);
            (s20, s21) = (Vector256.FusedMultiplyAdd(a2, b0, s20), Vector256.FusedMultiplyAdd(a2, b1, s21));
            var a3 = Vector256.Create(((float*)a)[3]);
            (s30, s31) = (Vector256.FusedMultiplyAdd(a3, b0, s30), Vector256.FusedMultiplyAdd(a3, b1, s31));
            var a4 = Vector256.Create(((float*)a)[4]);
            (s40, s41) = (Vector256.FusedMultiplyAdd(a4, b0, s40), Vector256.FusedMultiplyAdd(a4, b1, s41));
            var a5 = Vector256.Create(((float*)a)[5]);
            (s50, s51) = (Vector256.FusedMultiplyAdd(a5, b0, s50), Vector256.FusedMultiplyAdd(a5, b1, s51));
        }

        var c = tile.C;
        var step = tile.CStep;
        Put(in tile, c, s00, s01);
        Put(in tile, c + step, s10, s11);
        Put(in tile, c + 2 * step, s20, s21);
        Put(in tile, c + 3 * step, s30, s31);
        Put(in tile, c + 4 * step, s40, s41);
        Put(in tile, c + 5 * step, s50, s51);
    }

    /// <summary>The target's lines are seldom in the first cache: asked for now, they have come when the sums are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void FetchTarget(in Tile tile)
    {
        if (!Sse.IsSupported) return;

        var c = tile.C;
        for (var row = 0; row < 6; row++, c += tile.CStep)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + 15);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Put(in Tile tile, float* c, Vector256<float> sum0, Vector256<float> sum1)
    {
        var alpha = Vector256.Create(tile.Alpha);
        if (tile.Beta == 0)
        {
            (alpha * sum0).Store(c);
            (alpha * sum1).Store(c + 8);
            return;
        }

        var beta = Vector256.Create(tile.Beta);
        Vector256.FusedMultiplyAdd(alpha, sum0, beta * Vector256.Load(c)).Store(c);
        Vector256.FusedMultiplyAdd(alpha, sum1, beta * Vector256.Load(c + 8)).Store(c + 8);
    }
}
