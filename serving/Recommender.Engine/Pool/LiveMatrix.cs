using Recommender.Core.Baskets.CrossSell;

namespace Recommender.Engine.Pool;

/// <summary>A version of a cross-sell matrix.</summary>
public sealed class LiveMatrix : LiveVersion
{
    const int Anchors = 16;

    readonly OpenedCrossSell _opened;

    internal LiveMatrix(OpenedCrossSell opened) : base(opened.Manifest, opened.Items) => _opened = opened;

    /// <summary>The counts, by item number.</summary>
    public CrossSellMatrix Matrix => _opened.Matrix;

    internal override void WarmUp()
    {
        _opened.Touch();
        var best = new CrossSellMatch[Anchors];
        for (var item = 0; item < Matrix.ItemCount; item += Math.Max(1, Matrix.ItemCount / Anchors)) Matrix.Find(item, CrossSellQuery.Unfiltered, best);
    }

    private protected override void Unmap() => _opened.Dispose();
}
