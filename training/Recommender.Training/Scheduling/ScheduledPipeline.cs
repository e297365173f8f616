namespace Recommender.Training.Scheduling;

/// <summary>A pipeline with a time table. The name stands for it in logs and folders.</summary>
sealed record ScheduledPipeline(string File, string Name, ScheduleOptions Options)
{
    /// <summary>When somebody looks whether its live version was left behind; null: nobody does.</summary>
    public string? DriftCron { get; init; }

    /// <summary>Whether these are the times of looking, not of running.</summary>
    public bool IsDriftCheck { get; init; }

    /// <summary>The time tables of the pipeline: its own, and that of looking. A look that fails is not repeated: the next one comes.</summary>
    public IReadOnlyList<ScheduledPipeline> Tables() => DriftCron is null ? [this]
        : [this, this with { Options = Options with { Cron = DriftCron, Retries = 0, Missed = MissedRuns.Once }, IsDriftCheck = true }];
}
