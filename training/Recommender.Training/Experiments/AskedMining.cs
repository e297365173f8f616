using Recommender.Core.Baskets.Itemsets;

namespace Recommender.Training.Experiments;

/// <summary>Limits of a search before the number of baskets is known.</summary>
sealed record AskedMining(MiningOptions Limits, int? MinCount, double MinSupport)
{
    /// <summary>The options for so many baskets: a share becomes the smallest count that reaches it.</summary>
    public MiningOptions Options(int baskets) => Limits with { MinCount = MinCount ?? CountOf(MinSupport, baskets) };

    /// <summary>The smallest count that reaches a share.</summary>
    public static int CountOf(double share, int baskets)
    {
        var count = Math.Max(1, (int)Math.Ceiling(share * baskets));
        return count > 1 && (count - 1) / (double)baskets >= share ? count - 1 : count;   // 0.07 x 100 is a little more than 7
    }
}
