using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>One set of options that was tried on the validation part, with what it achieved and took.</summary>
sealed record TuningTrial(TrainerSpec Spec, Measurement Score, double Seconds, double Share);
