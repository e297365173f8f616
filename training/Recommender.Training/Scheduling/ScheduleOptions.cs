using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Scheduling;

/// <summary>When a pipeline runs, and what happens when it does not go well: the section <c>schedule:</c> of its file.</summary>
sealed record ScheduleOptions
{
    [Description("When: minute, hour, day of month, month, weekday, such as 30 2 * * *; or @hourly, @daily, @weekly, @monthly, @yearly.")]
    public required string Cron { get; init; }

    [Description("Whose clock it is, by IANA name, such as Europe/London.")]
    public string TimeZone { get; init; } = "UTC";

    [Description("Times that passed while the scheduler was down: skip them, run once for all of them, or run all (the newest 24).")]
    public MissedRuns Missed { get; init; } = MissedRuns.Once;

    [Description("How often a failed run is tried again; a refused promotion never is."), Range(0, 20)]
    public int Retries { get; init; } = 2;

    [Description("Seconds from a failure to the next try; they double with each failure, up to an hour."), Range(1, 3_600)]
    public int Backoff { get; init; } = 60;

    [Description("Minutes after which a run is stopped and counts as failed; none: never."), Range(1, 10_080)]
    public int? TimeoutMinutes { get; init; }

    [Description("Webhooks: addresses that are told the outcome.")]
    public IReadOnlyList<string> Notify { get; init; } = [];

    [Description("Outcomes that they are told.")]
    public IReadOnlyList<NotifyOn> NotifyOn { get; init; } = [Scheduling.NotifyOn.Failure, Scheduling.NotifyOn.Refusal];
}
