using Recommender.Core.Evaluation;

namespace Recommender.Training.Experiments;

/// <summary>How trainers are measured.</summary>
sealed record TrialOptions(EvaluationOptions Evaluation, int Seed, int Threads, bool IsExplicit = false);
