namespace Recommender.Core.Evaluation.Metrics;

/// <summary>Which way a metric is good.</summary>
public enum Sense
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better: an error.</summary>
    Lower,

    /// <summary>It describes; neither way is better.</summary>
    Neither,
}
