using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Core.Numerics;

/// <summary>With AVX-VNNI: four products and their sum are one instruction.</summary>
readonly unsafe struct VnniBytes : IByteKernel
{
    public static bool IsSupported => AvxVnni.IsSupported;

    public static int Largest => 127;

    public static void Sum(byte* rows, sbyte* vector, int fours, int* sums)
    {
        var (s0, s1, s2, s3) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (s4, s5, s6, s7) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var four = 0; four < fours; four++, rows += 4 * CoarseRows.Block)
        {
            Ahead.Fetch(rows, 4 * CoarseRows.Block);
            var x = Vector256.Create(((int*)vector)[four]).AsSByte();
            s0 = AvxVnni.MultiplyWideningAndAdd(s0, Vector256.Load(rows), x);
            s1 = AvxVnni.MultiplyWideningAndAdd(s1, Vector256.Load(rows + 32), x);
            s2 = AvxVnni.MultiplyWideningAndAdd(s2, Vector256.Load(rows + 64), x);
            s3 = AvxVnni.MultiplyWideningAndAdd(s3, Vector256.Load(rows + 96), x);
            s4 = AvxVnni.MultiplyWideningAndAdd(s4, Vector256.Load(rows + 128), x);
            s5 = AvxVnni.MultiplyWideningAndAdd(s5, Vector256.Load(rows + 160), x);
            s6 = AvxVnni.MultiplyWideningAndAdd(s6, Vector256.Load(rows + 192), x);
            s7 = AvxVnni.MultiplyWideningAndAdd(s7, Vector256.Load(rows + 224), x);
        }
        s0.Store(sums);
        s1.Store(sums + 8);
        s2.Store(sums + 16);
        s3.Store(sums + 24);
        s4.Store(sums + 32);
        s5.Store(sums + 40);
        s6.Store(sums + 48);
        s7.Store(sums + 56);
    }
}
