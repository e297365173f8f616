using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Views.Reports;

/// <summary>One of those that were measured, as it is called, and whether it became the version.</summary>
sealed record Contender(string Label, TrainerResult Result, bool IsChosen)
{
    /// <summary>One figure; null where it was not measured.</summary>
    public Measurement? Measured(string view, string metric) =>
        Result.Evaluation[view] is { } found && found.Metrics.TryGetValue(metric, out var measured) ? measured : null;
}
