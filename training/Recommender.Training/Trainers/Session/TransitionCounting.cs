using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Session;

/// <summary>
/// From item to item: t(i, j) = sum over baskets b with i, of age a, of 2^(-a / half-life) · (within · [j in b] / |b| + [j in next] / sqrt(|b| |next|)),
/// divided by the square root of what leaves i and by the power 0.3 of what reaches j, so that neither large baskets nor popular items rule.
/// </summary>
static class TransitionCounting
{
    const double Leaving = 0.5;
    const double Reaching = 0.3;

    public static CsrMatrix Count(Dataset dataset, SessionOptions options, TrainingContext context)
    {
        var steps = new BasketSteps(dataset, options.HalfLife, options.Within);
        var reached = steps.Reached();
        var rows = new (int[] Items, float[] Weights)[dataset.Items.Count];
        Parallel.For(0, rows.Length, context.Parallelism, () => new double[rows.Length], (item, _, sums) =>
        {
            rows[item] = Row(item, steps, reached, (sums, options.Neighbours));
            return sums;
        }, _ => { });

        var starts = new int[rows.Length + 1];
        for (var item = 0; item < rows.Length; item++) starts[item + 1] = checked(starts[item] + rows[item].Items.Length);
        return new(starts, rows.SelectMany(row => row.Items).ToArray(), rows.SelectMany(row => row.Weights).ToArray(), rows.Length);
    }

    static (int[] Items, float[] Weights) Row(int item, BasketSteps steps, double[] reached, (double[] Sums, int Kept) scratch)
    {
        var sums = scratch.Sums;
        Array.Clear(sums);
        var leaving = steps.From(item, sums);
        var scores = new float[sums.Length];
        for (var next = 0; next < sums.Length; next++)
            scores[next] = sums[next] > 0 ? (float)(sums[next] / (Math.Pow(leaving, Leaving) * Math.Pow(reached[next], Reaching))) : float.NegativeInfinity;

        var (items, best) = (new int[Math.Min(scratch.Kept, scores.Length)], new float[Math.Min(scratch.Kept, scores.Length)]);
        var found = TopK.Select(scores, items, best);
        (items, best) = (items[..found], best[..found]);
        Array.Sort(items, best);
        return (items, best);
    }
}
