namespace Recommender.Training.Scheduling;

/// <summary>What a scheduler works with: the clock, the log, who is told of the outcome, and where each event is said.</summary>
sealed record Surroundings(
    TimeProvider Clock, RunLog Log, Func<ScheduledPipeline, RunEntry, CancellationToken, Task> Notify, Action<ScheduledPipeline, string> Say);
