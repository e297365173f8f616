using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>12 x 32 sums in 24 of the 32 registers of AVX-512.</summary>
readonly unsafe struct Vector512Tile : ITileKernel
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated;
    public static int Rows => 12;
    public static int Columns => 32;
    public static int Depth => 512;

    // A packed panel is asked for so many k before it is needed: of a short depth, that is the next strip while this one is multiplied.
    const int Ahead = 64;

    // Named sums instead of an array: only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in Tile tile)
    {
        FetchTarget(in tile);
        var (a, b, aStep, bStep) = ((nint)tile.A, (nint)tile.B, tile.AStep * sizeof(float), tile.BStep * sizeof(float));
        var ahead = tile.BStep == Columns ? Ahead * bStep : 0;
        var (s00, s01) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s10, s11) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s20, s21) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s30, s31) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s40, s41) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s50, s51) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s60, s61) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s70, s71) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s80, s81) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (s90, s91) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (sA0, sA1) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (sB0, sB1) = (Vector512<float>.Zero, Vector512<float>.Zero);

        for (var k = tile.Depth; k > 0; k--, a += aStep, b += bStep)
        {
            Fetch(b + ahead);
            var b0 = Vector512.Load((float*)b);
            var b1 = Vector512.Load((float*)b + 16);
            var a0 = Vector512.Create(((float*)a)[0]);
            (s00, s01) = (Vector512.FusedMultiplyAdd(a0, b0, s00), Vector512.FusedMultiplyAdd(a0, b1, s01));
            var a1 = Vector512.Create(((float*)a)[1]);
            (s10, s11) = (Vector512.FusedMultiplyAdd(a1, b0, s10), Vector512.FusedMultiplyAdd(a1, b1, s11));
            var a2 = Vector512.Create(((float*)a)[2]);
            (s20, s21) = (Vector512.FusedMultiplyAdd(a2, b0, s20), Vector512.FusedMultiplyAdd(a2, b1, s21));
            var a3 = Vector512.Create(((float*)a)[3]);
            (s30, s31) = (Vector512.FusedMultiplyAdd(a3, b0, s30), Vector512.FusedMultiplyAdd(a3, b1, s31));
            var a4 = Vector512.Create(((float*)a)[4]);
            (s40, s41) = (Vector512.FusedMultiplyAdd(a4, b0, s40), Vector512.FusedMultiplyAdd(a4, b1, s41));
            var a5 = Vector512.Create(((float*)a)[5]);
            (s50, s51) = (Vector512.FusedMultiplyAdd(a5, b0, s50), Vector512.FusedMultiplyAdd(a5, b1, s51));
            var a6 = Vector512.Create(((float*)a)[6]);
            (s60, s61) = (Vector512.FusedMultiplyAdd(a6, b0, s60), Vector512.FusedMultiplyAdd(a6, b1, s61));
            var a7 = Vector512.Create(((float*)a)[7]);
            (s70, s71) = (Vector512.FusedMultiplyAdd(a7, b0, s70), Vector512.FusedMultiplyAdd(a7, b1, s71));
            var a8 = Vector512.Create(((float*)a)[8]);
            (s80, s81) = (Vector512.FusedMultiplyAdd(a8, b0, s80), Vector512.FusedMultiplyAdd(a8, b1, s81));
            var a9 = Vector512.Create(((float*)a)[9]);
            (s90, s91) = (Vector512.FusedMultiplyAdd(a9, b0, s90), Vector512.FusedMultiplyAdd(a9, b1, s91));
            var aA = Vector512.Create(((float*)a)[10]);
            (sA0, sA1) = (Vector512.FusedMultiplyAdd(aA, b0, sA0), Vector512.FusedMultiplyAdd(aA, b1, sA1));
            var aB = Vector512.Create(((float*)a)[11]);
            (sB0, sB1) = (Vector512.FusedMultiplyAdd(aB, b0, sB0), Vector512.FusedMultiplyAdd(aB, b1, sB1));
        }

        var c = tile.C;
        var step = tile.CStep;
        Put(in tile, c, s00, s01);
        Put(in tile, c + step, s10, s11);
        Put(in tile, c + 2 * step, s20, s21);
        Put(in tile, c + 3 * step, s30, s31);
        Put(in tile, c + 4 * step, s40, s41);
        Put(in tile, c + 5 * step, s50, s51);
        Put(in tile, c + 6 * step, s60, s61);
        Put(in tile, c + 7 * step, s70, s71);
        Put(in tile, c + 8 * step, s80, s81);
        Put(in tile, c + 9 * step, s90, s91);
        Put(in tile, c + 10 * step, sA0, sA1);
        Put(in tile, c + 11 * step, sB0, sB1);
    }

    /// <summary>The target's lines are seldom in the first cache: asked for now, they have come when the sums are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void FetchTarget(in Tile tile)
    {
        if (!Sse.IsSupported) return;

        var c = tile.C;
        for (var row = 0; row < 12; row++, c += tile.CStep)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + 31);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Fetch(nint b)
    {
        if (!Sse.IsSupported) return;

        Sse.Prefetch0((float*)b);
        Sse.Prefetch0((float*)b + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Put(in Tile tile, float* c, Vector512<float> sum0, Vector512<float> sum1)
    {
        var alpha = Vector512.Create(tile.Alpha);
        if (tile.Beta == 0)
        {
            (alpha * sum0).Store(c);
            (alpha * sum1).Store(c + 16);
            return;
        }

        var beta = Vector512.Create(tile.Beta);
        Vector512.FusedMultiplyAdd(alpha, sum0, beta * Vector512.Load(c)).Store(c);
        Vector512.FusedMultiplyAdd(alpha, sum1, beta * Vector512.Load(c + 16)).Store(c + 16);
    }
}
