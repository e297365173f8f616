namespace Recommender.Core.Evaluation.Metrics;

/// <summary>A metric of one person's list: its name, how it is measured, and whether it looks at the whole ranking instead of a cutoff.</summary>
public sealed record Metric(string Name, Measure Measure)
{
    /// <summary>Whether it has no cutoff.</summary>
    public bool IsOfWholeRanking { get; init; }

    /// <summary>Whether it costs about as much as scoring, so that it is measured only when it is named.</summary>
    public bool IsCostly { get; init; }

    /// <summary>Whether it says something of the list, whatever came true of it.</summary>
    public bool IsOfList { get; init; }

    /// <summary>How it stands in results: <c>ndcg@20</c>, or <c>auc</c> without a cutoff.</summary>
    public string NameAt(int cutoff) => IsOfWholeRanking ? Name : $"{Name}@{cutoff}";
}
