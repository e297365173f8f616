using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Popularity;

/// <summary>Which way items are going, whoever buys them.</summary>
static class ItemTrend
{
    const int YearDays = 365;
    const int SeasonDays = 90;
    const double Longer = 4;          // the time that the latest is held against
    const double LateOnes = 0.3;      // purchases added to both sides, so that a single one makes no trend
    const double EarlierOnes = 1.2;

    /// <summary>2^(-days since the first sale / half-life).</summary>
    public static float[] Newness(Dataset dataset, double halfLife, CancellationToken cancellation)
    {
        var first = new int[dataset.Items.Count];
        Array.Fill(first, int.MaxValue);
        Visit(dataset, (item, time) => first[item] = Math.Min(first[item], time), cancellation);
        var decay = new Weighting(HalfLife: halfLife);
        return Array.ConvertAll(first, time => time == int.MaxValue ? 0 : decay.Decay(dataset.Now - time));
    }

    /// <summary>(late + 0.3) / (earlier + 1.2): purchases decayed with the half-life, and with one four times as long.</summary>
    public static float[] Trend(Dataset dataset, double halfLife, CancellationToken cancellation)
    {
        var (late, earlier) = (new double[dataset.Items.Count], new double[dataset.Items.Count]);
        var (fast, slow) = (new Weighting(HalfLife: halfLife), new Weighting(HalfLife: Longer * halfLife));
        Visit(dataset, (item, time) =>
        {
            late[item] += fast.Decay(dataset.Now - time);
            earlier[item] += slow.Decay(dataset.Now - time);
        }, cancellation);
        return [.. late.Zip(earlier, (now, before) => (float)((now + LateOnes) / (before + EarlierOnes)))];
    }

    /// <summary>In how many baskets of the 90 days that began a year ago.</summary>
    public static float[] Season(Dataset dataset, CancellationToken cancellation)
    {
        var counts = new float[dataset.Items.Count];
        var begin = dataset.Now - YearDays * ShopBaskets.MinutesPerDay;
        Visit(dataset, (item, time) => counts[item] += time >= begin && time < begin + SeasonDays * ShopBaskets.MinutesPerDay ? 1 : 0, cancellation);
        return counts;
    }

    static void Visit(Dataset dataset, Action<int, int> see, CancellationToken cancellation)
    {
        var times = dataset.Baskets.Times.Span;
        for (var basket = 0; basket < times.Length; basket++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var item in dataset.Baskets.ItemsOf(basket)) see(item, times[basket]);
        }
    }
}
