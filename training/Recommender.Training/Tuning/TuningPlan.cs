using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>What is searched, how long, and by which metric of which view the best is chosen.</summary>
sealed record TuningPlan(TrainerSpec Trainer, IReadOnlyList<SearchRange> Ranges, int Trials, TimeSpan Time, string View, string Metric);
