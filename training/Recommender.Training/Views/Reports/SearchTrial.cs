using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Trainers;

namespace Recommender.Training.Views.Reports;

/// <summary>One set of options that was tried: what it achieved on the validation part, what it took, and as which it was tried, from 1.</summary>
sealed record SearchTrial(TrainerSpec Spec, Measurement Score, double Seconds, int Order);
