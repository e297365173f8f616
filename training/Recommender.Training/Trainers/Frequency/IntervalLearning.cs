using Recommender.Core.Datasets;
using Recommender.Core.Models.Frequency;

namespace Recommender.Training.Trainers.Frequency;

/// <summary>Learns when items are bought again: each item's intervals, drawn towards those of the shop as far as they are few.</summary>
static class IntervalLearning
{
    const double Prior = 20;           // so many intervals of the whole shop stand beside an item's own
    const double LeastSpread = 0.05;   // even clockwork customers are a day late
    const double EmptyShopDays = 30;

    public static RepeatIntervals Learn(Dataset dataset, double horizon, CancellationToken cancellation)
    {
        var totals = new ItemIntervals[dataset.Items.Count];
        var shop = default(ItemIntervals);
        for (var customer = 0; customer < dataset.Baskets.Customers; customer++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var run in PurchaseRun.Of(dataset.Baskets.Of(customer)))
            {
                totals[run.Item] = totals[run.Item].With(run);
                shop = shop.With(run);
            }
        }
        // A shop where nobody ever came back has a month as its interval and no returns.
        var middle = shop.Intervals > 0 ? shop.Logs / shop.Intervals : Math.Log(EmptyShopDays);
        var variance = shop.Intervals > 0 ? shop.Squares / shop.Intervals - middle * middle : 1;
        var returns = shop.Purchases > 0 ? shop.Intervals / shop.Purchases : 0;
        return new(
            horizon,
            Array.ConvertAll(totals, item => (float)item.Middle(middle, Prior)),
            Array.ConvertAll(totals, item => (float)Math.Max(LeastSpread, Math.Sqrt(3 * item.Variance(middle, variance, Prior)) / Math.PI)),
            Array.ConvertAll(totals, item => (float)((item.Intervals + Prior * returns) / (item.Purchases + Prior))));
    }
}
