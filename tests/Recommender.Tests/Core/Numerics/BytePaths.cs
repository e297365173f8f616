using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

/// <summary>Every instruction set that this machine has.</summary>
static class BytePaths
{
    static readonly IBytePath[] Supported = [.. Of<VnniBytes>(), .. Of<Vector256Bytes>(), .. Of<PortableBytes>()];

    public static void ForEach(Action<IBytePath> check)
    {
        foreach (var path in Supported) check(path);
    }

    static IEnumerable<IBytePath> Of<TKernel>()
        where TKernel : struct, IByteKernel => TKernel.IsSupported ? [new Path<TKernel>()] : [];

    sealed class Path<TKernel> : IBytePath
        where TKernel : struct, IByteKernel
    {
        public string Name => typeof(TKernel).Name;

        public int Largest => TKernel.Largest;

        public void Bound(CoarseRows rows, int block, ReadOnlySpan<float> vector, Span<float> bounds)
        {
            var coarse = new CoarseVector();
            Assert.True(coarse.TrySet(vector, TKernel.Largest));
            rows.Bound<TKernel>(block, coarse, rows.Steps.Span, bounds);
        }

        public unsafe int[] Sum(byte[] rows, sbyte[] vector)
        {
            var sums = new int[CoarseRows.Block];
            fixed (byte* bytes = rows)
            fixed (sbyte* numbers = vector)
            fixed (int* target = sums) TKernel.Sum(bytes, numbers, vector.Length / 4, target);
            return sums;
        }
    }
}
