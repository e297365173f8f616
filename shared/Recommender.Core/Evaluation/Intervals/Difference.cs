namespace Recommender.Core.Evaluation.Intervals;

/// <summary>By how much the second of two models exceeds the first in a metric, on the same persons, with the ends of its 95 % interval.</summary>
public sealed record Difference(string View, string Metric, double Value, double Low, double High)
{
    /// <summary>What the first model achieved.</summary>
    public double First { get; init; }

    /// <summary>What the second model achieved.</summary>
    public double Second { get; init; }

    /// <summary>Whether the second model is better, by the sense of the metric.</summary>
    public Verdict Verdict => Low <= 0 && High >= 0 ? Verdict.NoEvidence
        : Low > 0 == (Metrics.MetricTable.SenseOf(Metric) == Metrics.Sense.Higher) ? Verdict.Better
        : Verdict.Worse;
}
