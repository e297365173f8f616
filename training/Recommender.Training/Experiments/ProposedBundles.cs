using Recommender.Core.Baskets.Bundles;
using Recommender.Storage.Baskets;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>Bundles with the baskets that they were found in.</summary>
sealed record ProposedBundles(BasketData Data, BundleOptions Options, BundleResult Result)
{
    /// <summary>What people call the items.</summary>
    public ItemNames Names => new(Data);

    /// <summary>The pairs inside the bundles as they are drawn, those of the first bundles first.</summary>
    public IReadOnlyList<PairEdge> Edges() => PairFigures.Of(
        Data,
        from bundle in Result.Bundles
        from first in bundle.Items
        from second in bundle.Items
        where first < second
        select (first, second));
}
