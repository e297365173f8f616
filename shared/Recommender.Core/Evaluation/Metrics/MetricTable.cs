namespace Recommender.Core.Evaluation.Metrics;

/// <summary>Every metric of a person's list, one line each.</summary>
public static class MetricTable
{
    /// <summary>In the order in which results show them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("ndcg", Accuracy.DiscountedGain),
        new("recall", Accuracy.Recall),
        new("recall_min", Accuracy.RecallOfReachable),
        new("precision", Accuracy.Precision),
        new("map", Accuracy.AveragePrecision),
        new("mrr", Accuracy.ReciprocalRank),
        new("hit", Accuracy.Hit),
        new("phr", Accuracy.Hit),   // what next-basket papers call the mean of hits
        new("auc", (list, _) => WholeRanking.AreaUnderCurve(list)) { IsOfWholeRanking = true, IsCostly = true },
        new("novelty", (list, cutoff) => list.Traits?.Novelty(list.ItemsWithin(cutoff)) ?? double.NaN) { IsOfList = true },
        new("popularity", (list, cutoff) => list.Traits?.Popularity(list.ItemsWithin(cutoff)) ?? double.NaN) { IsOfList = true },
        new("diversity", (list, cutoff) => list.Traits?.Diversity(list.ItemsWithin(cutoff)) ?? double.NaN) { IsOfList = true, IsCostly = true },
    ];

    /// <summary>What is measured when nothing is named: all but the costly.</summary>
    public static IReadOnlyList<Metric> Usual { get; } = [.. All.Where(metric => !metric.IsCostly)];

    /// <summary>The metrics of these names, in the order of <see cref="All"/>; an unknown name is an error with the nearest known one.</summary>
    public static IReadOnlyList<Metric> Named(IReadOnlyCollection<string> names)
    {
        var known = All.Select(metric => metric.Name).ToArray();
        var unknown = names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal));
        if (unknown is not null) throw new UserErrorException($"'{unknown}' is not a metric.{Suggestion.For(unknown, known)} Known are {string.Join(", ", known)}.");

        return [.. All.Where(metric => names.Contains(metric.Name, StringComparer.Ordinal))];
    }

    /// <summary>Which way the metric of this name, with or without a cutoff, is good.</summary>
    public static Sense SenseOf(string name)
    {
        var bare = name.Split('@')[0];
        return bare is "rmse" or "mae" ? Sense.Lower
            : All.Any(metric => metric.Name == bare && !metric.IsOfList) ? Sense.Higher
            : Sense.Neither;
    }
}
