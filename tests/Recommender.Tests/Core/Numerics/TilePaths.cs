using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Numerics;

/// <summary>Every instruction set that this machine has.</summary>
static class TilePaths
{
    static readonly ITilePath[] Supported =
    [
        .. Of<Vector512Tile>(), .. Of<Vector256Tile>(), .. Of<Vector128Tile>(), .. Of<ScalarTile>(),
    ];

    /// <summary>The tiles that the product takes on this machine: the first that it has.</summary>
    public static string InUse => Supported[0].Name;

    public static void ForEach(Action<ITilePath> check)
    {
        foreach (var path in Supported) check(path);
    }

    static IEnumerable<ITilePath> Of<TKernel>()
        where TKernel : struct, ITileKernel => TKernel.IsSupported ? [new Path<TKernel>()] : [];

    sealed class Path<TKernel> : ITilePath
        where TKernel : struct, ITileKernel
    {
        public string Name => typeof(TKernel).Name;

        public void Multiply(Matrix a, Matrix b, Matrix c, Product product, bool lowerOnly = false) =>
            Gemm.Multiply<TKernel>(a, b, c, product, CancellationToken.None, lowerOnly);

        public void MultiplyPacked(Matrix a, Matrix b, Matrix c, Product product) =>
            Gemm.Multiply<TKernel>(a, PackedMatrix.Of<TKernel>(b), c, product, CancellationToken.None);
    }
}
