using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>With AVX2: sums of two products are 16 bits wide and must stay within them.</summary>
readonly unsafe struct Vector256Bytes : IByteKernel
{
    const int HalfTheRows = CoarseRows.Block / 2;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Largest => 64;   // 2 · 255 · 64 < 2^15

    public static void Sum(byte* rows, sbyte* vector, int fours, int* sums)
    {
        SumHalf(rows, vector, fours, sums);
        SumHalf(rows + 4 * HalfTheRows, vector, fours, sums + HalfTheRows);
    }

    static void SumHalf(byte* rows, sbyte* vector, int fours, int* sums)
    {
        var ones = Vector256<short>.One;
        var (s0, s1, s2, s3) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var four = 0; four < fours; four++, rows += 4 * CoarseRows.Block)
        {
            Ahead.Fetch(rows, 4 * HalfTheRows);
            var x = Vector256.Create(((int*)vector)[four]).AsSByte();
            s0 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load(rows), x), ones);
            s1 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load(rows + 32), x), ones);
            s2 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load(rows + 64), x), ones);
            s3 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load(rows + 96), x), ones);
        }
        s0.Store(sums);
        s1.Store(sums + 8);
        s2.Store(sums + 16);
        s3.Store(sums + 24);
    }
}
