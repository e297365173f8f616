using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Metrics;

namespace Recommender.Core.Evaluation;

/// <summary>What is measured, and how.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The lengths of list that metrics look at.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [10, 20];

    /// <summary>Which metrics, of <see cref="MetricTable"/>.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = MetricTable.Usual;

    /// <summary>Whether the parts of shoppers and items are measured too.</summary>
    public bool HasSlices { get; init; } = true;

    /// <summary>Intervals, and how many cores everything may use.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>Told after every block of cases.</summary>
    public IProgress<EvaluationProgress>? Progress { get; init; }

    /// <summary>Throws when a cutoff makes no list.</summary>
    internal void Check()
    {
        if (Cutoffs.Count == 0) throw new UserErrorException("No length of list is given. Name at least one, such as --at 10,20.");

        foreach (var cutoff in Cutoffs)
        {
            if (cutoff is < 1 or > Discount.Ranks) throw new UserErrorException($"A list of {cutoff} cannot be measured: lengths go from 1 to {Discount.Ranks}. Correct --at.");
        }
    }
}
