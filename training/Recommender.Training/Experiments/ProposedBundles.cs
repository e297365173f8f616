using Recommender.Core.Baskets.Bundles;
using Recommender.Storage.Baskets;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>Bundles with the baskets that they were found in.</summary>
sealed record ProposedBundles(BasketData Data, BundleOptions Options, BundleResult Result)
{
    /// <summary>What people call the items.</summary>
    public ItemNames Names => new(Data);

    /// <summary>The pairs inside the bundles as they are drawn: each once, with the figures of the first bundle that holds it.</summary>
    public IReadOnlyList<PairEdge> Edges()
    {
        var pairs = from bundle in Result.Bundles
                    from first in bundle.Items
                    from second in bundle.Items
                    where first < second
                    select (first, second, bundle);
        return [.. pairs.DistinctBy(pair => (pair.first, pair.second)).Select(pair => new PairEdge(Names[pair.first], Names[pair.second], pair.bundle.Count, pair.bundle.Lift))];
    }
}
