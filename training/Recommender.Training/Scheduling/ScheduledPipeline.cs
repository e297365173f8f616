namespace Recommender.Training.Scheduling;

/// <summary>A pipeline with a time table. The name stands for it in logs and folders.</summary>
sealed record ScheduledPipeline(string File, string Name, ScheduleOptions Options);
