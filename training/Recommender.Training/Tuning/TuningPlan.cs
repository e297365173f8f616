using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>What is searched, how long, and by which metric of which view the best is chosen.</summary>
sealed record TuningPlan(TrainerSpec Trainer, IReadOnlyList<SearchRange> Ranges, int Trials, TimeSpan Time, string View, string Metric)
{
    /// <summary>Decides which sets of options are drawn.</summary>
    public int Seed { get; init; } = Experiments.DataChoice.DefaultSeed;

    /// <summary>A figure that is the higher the better, whichever way the metric goes.</summary>
    public double Merit(double value) => MetricTable.SenseOf(Metric) == Sense.Lower ? -value : value;
}
