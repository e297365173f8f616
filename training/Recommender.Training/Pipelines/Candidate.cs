using Recommender.Core.Evaluation;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines;

/// <summary>A trainer with the options that it competes with, and what it achieved on the test part; customers stand in it as keyed hashes.</summary>
sealed record Candidate(ITrainer Trainer, EvaluationResult Measured)
{
    /// <summary>Its own figures.</summary>
    public TrainerResult Result => Measured.Trainers[0];

    /// <summary>The deciding figure, or null where the view or metric was not measured.</summary>
    public double? Value(string view, string metric) => Result.Evaluation[view]?.Metrics.TryGetValue(metric, out var measured) == true ? measured.Value : null;
}
