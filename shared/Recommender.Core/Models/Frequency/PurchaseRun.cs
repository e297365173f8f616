using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Frequency;

/// <summary>One shopper's purchases of one item: how many intervals, the sum of their logarithms (of days), the last moment.</summary>
public readonly record struct PurchaseRun(int Item, int Intervals, double LogIntervals, double SquaredLogs, int Last)
{
    /// <summary>The items of a history, ascending, each with its rhythm.</summary>
    public static PurchaseRun[] Of(History history)
    {
        // Item above, basket below: sorting by the number sorts by item, then by time.
        var lines = new long[history.Lines];
        var line = 0;
        for (var basket = 0; basket < history.Baskets; basket++)
        {
            foreach (var item in history.ItemsOf(basket)) lines[line++] = ((long)item << 32) | (uint)basket;
        }
        Array.Sort(lines);

        var runs = new List<PurchaseRun>();
        foreach (var entry in lines)
        {
            var (item, time) = ((int)(entry >> 32), history.Times[(int)entry]);
            if (runs.Count > 0 && runs[^1].Item == item) runs[^1] = runs[^1].Then(time);
            else runs.Add(new(item, 0, 0, 0, time));
        }
        return [.. runs];
    }

    PurchaseRun Then(int time)
    {
        var log = Math.Log(Math.Max(RepeatIntervals.ShortestDays, (time - (double)Last) / ShopBaskets.MinutesPerDay));
        return new(Item, Intervals + 1, LogIntervals + log, SquaredLogs + log * log, time);
    }
}
