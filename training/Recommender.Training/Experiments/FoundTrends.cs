using Recommender.Core.Baskets.Trends;
using Recommender.Storage.Baskets;

namespace Recommender.Training.Experiments;

/// <summary>Trends with the baskets that they were found in.</summary>
sealed record FoundTrends(BasketData Data, Periods Periods, TrendReport Report)
{
    /// <summary>What people call the items.</summary>
    public ItemNames Names => new(Data);

    /// <summary>Both kinds, each with its name.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<PairTrend> Pairs)> Kinds => [("joined", Report.Joined), ("fell_apart", Report.FellApart)];
}
