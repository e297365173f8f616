using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Session;

/// <summary>All sessions of a shop in time order: their items, and when each ended.</summary>
sealed record SessionList(CsrMatrix Items, int[] Times)
{
    /// <summary>Joins baskets of one customer that lie within <paramref name="window"/> days of the first; anonymous baskets stand alone.</summary>
    public static SessionList Of(ShopBaskets baskets, double window, CancellationToken cancellation)
    {
        var (ends, times) = Joined(baskets, window, cancellation);
        int[] order = [.. Enumerable.Range(0, times.Count)];
        var sorted = times.ToArray();
        Array.Sort(sorted, order);   // sessions of one moment may stand in any order, as long as it is always the same

        var starts = new int[order.Length + 1];
        var items = new List<int>(baskets.Items.Length);
        var row = new SparseRow();
        for (var place = 0; place < order.Length; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            row.Clear();
            for (var basket = order[place] == 0 ? 0 : ends[order[place] - 1]; basket < ends[order[place]]; basket++)
            {
                foreach (var item in baskets.ItemsOf(basket)) row.Add(item, 1);
            }
            row.MergeLargest();
            items.AddRange(row.Items);
            starts[place + 1] = items.Count;
        }
        return new(new(starts, items.ToArray(), default, baskets.ItemCount), sorted);
    }

    // Sessions are runs of baskets: where each run ends, and the time of its last basket.
    static (List<int> Ends, List<int> Times) Joined(ShopBaskets baskets, double window, CancellationToken cancellation)
    {
        var (ends, times) = (new List<int>(baskets.Count), new List<int>(baskets.Count));
        var when = baskets.Times.Span;
        for (var customer = 0; customer < baskets.Customers; customer++)
        {
            cancellation.ThrowIfCancellationRequested();
            var history = baskets.Of(customer);
            var first = history.First;
            for (var basket = history.First; basket < history.End; basket++)
            {
                if (basket + 1 < history.End && window > 0 && when[basket + 1] - (double)when[first] <= window * ShopBaskets.MinutesPerDay) continue;

                ends.Add(basket + 1);
                times.Add(when[basket]);
                first = basket + 1;
            }
        }
        for (var basket = baskets.Named; basket < baskets.Count; basket++)
        {
            ends.Add(basket + 1);
            times.Add(when[basket]);
        }
        return (ends, times);
    }
}
