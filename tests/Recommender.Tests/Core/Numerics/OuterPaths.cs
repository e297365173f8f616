using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Numerics;

/// <summary>Every instruction set that this machine has.</summary>
static class OuterPaths
{
    static readonly IOuterPath[] Supported =
    [
        .. Of<Vector512Outer>(), .. Of<Vector256Outer>(), .. Of<Vector128Outer>(), .. Of<ScalarOuter>(),
    ];

    public static void ForEach(Action<IOuterPath> check)
    {
        foreach (var path in Supported) check(path);
    }

    static IEnumerable<IOuterPath> Of<TKernel>()
        where TKernel : struct, IOuterKernel => TKernel.IsSupported ? [new Path<TKernel>()] : [];

    sealed class Path<TKernel> : IOuterPath
        where TKernel : struct, IOuterKernel
    {
        public void AddOuterProducts(float[] a, float[] rows, int[] listed, float[] weights) =>
            SmallSyrk.AddOuterProducts<TKernel>(a, rows, (int)Math.Sqrt(a.Length), new(listed, weights));

        public bool TryFactor(float[] a, int d, float[]? right = null) => SmallCholesky.TryFactor<TKernel>(a, d, right);
    }
}
