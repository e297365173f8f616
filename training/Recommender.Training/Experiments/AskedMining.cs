using Recommender.Core.Baskets.Itemsets;

namespace Recommender.Training.Experiments;

/// <summary>Limits of a search before the number of baskets is known.</summary>
sealed record AskedMining(MiningOptions Limits, int? MinCount, double MinSupport)
{
    /// <summary>The options for so many baskets: a share is rounded up to a count.</summary>
    public MiningOptions Options(int baskets) => Limits with { MinCount = MinCount ?? Math.Max(1, (int)Math.Ceiling(MinSupport * baskets - 1e-9)) };
}
