using Recommender.Core.Models.Frequency;

namespace Recommender.Training.Trainers.Frequency;

/// <summary>Sums over all customers of an item: intervals between purchases, their logarithms and the squares of these, purchases.</summary>
readonly record struct ItemIntervals(double Intervals, double Logs, double Squares, double Purchases)
{
    public ItemIntervals With(PurchaseRun run) => new(Intervals + run.Intervals, Logs + run.LogIntervals, Squares + run.SquaredLogs, Purchases + run.Intervals + 1);

    public double Middle(double shop, double prior) => (Logs + prior * shop) / (Intervals + prior);

    public double Variance(double shopMiddle, double shopVariance, double prior)
    {
        var middle = Middle(shopMiddle, prior);
        return Math.Max(0, (Squares - 2 * middle * Logs + Intervals * middle * middle + prior * shopVariance) / (Intervals + prior));
    }
}
