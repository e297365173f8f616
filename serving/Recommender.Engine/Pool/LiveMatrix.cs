using Recommender.Core.Baskets.CrossSell;

namespace Recommender.Engine.Pool;

/// <summary>A version of a cross-sell matrix.</summary>
public sealed class LiveMatrix : LiveVersion
{
    readonly OpenedCrossSell _opened;

    internal LiveMatrix(OpenedCrossSell opened) : base(opened.Manifest, opened.Items) => _opened = opened;

    /// <summary>The counts, by item number.</summary>
    public CrossSellMatrix Matrix => _opened.Matrix;

    private protected override void Unmap() => _opened.Dispose();
}
