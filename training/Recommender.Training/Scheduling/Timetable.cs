namespace Recommender.Training.Scheduling;

/// <summary>The turns of one pipeline: missed times first, then those of its cron; a failed turn again while it has attempts left.</summary>
sealed class Timetable(ScheduledPipeline pipeline)
{
    /// <summary>How many missed times are made up for at most.</summary>
    public const int MostMissed = 24;

    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(366);
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    readonly CronExpression _cron = CronExpression.Parse(pipeline.Options.Cron);
    readonly Queue<DateTimeOffset> _missed = [];
    DateTimeOffset _reached;   // every time up to this one has been dealt with

    public ScheduledPipeline Pipeline => pipeline;

    public TimeZoneInfo Zone { get; } = ZoneName.Find(pipeline.Options.TimeZone);

    /// <summary>What comes next; it is there once the table has been started.</summary>
    public Turn Turn { get; private set; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, 1);

    /// <summary>Goes on after the last line of the log.</summary>
    /// <returns>The missed times that are passed over.</returns>
    public IReadOnlyList<DateTimeOffset> Start(RunEntry? last, DateTimeOffset now)
    {
        _reached = last is null ? now - Tick : Later(IsOpen(last) ? last.Due - Tick : last.Due, now - LongestAbsence);
        var missed = Passed(now);
        var made = pipeline.Options.Missed switch { MissedRuns.Skip => 0, MissedRuns.Once => 1, _ => MostMissed };
        foreach (var due in missed.TakeLast(made)) _missed.Enqueue(due);
        Follow(now);
        return [.. missed.SkipLast(made)];
    }

    /// <summary>Goes on to the next turn when this one is over.</summary>
    /// <returns>The times that passed meanwhile.</returns>
    public IReadOnlyList<DateTimeOffset> Follow(DateTimeOffset now)
    {
        if (_missed.TryDequeue(out var due))
        {
            Turn = new(now, due, 1);
            return [];
        }
        var passed = Passed(now);
        _reached = _cron.Next(Later(_reached, now - Tick), Zone);
        Turn = new(_reached, _reached, 1);
        return passed;
    }

    /// <summary>Whether a turn that failed is tried again, and if so when: the pause is counted from the failure.</summary>
    public bool Repeat(DateTimeOffset failed)
    {
        if (Turn.Attempt > pipeline.Options.Retries) return false;

        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, pipeline.Options.Backoff * Math.Pow(2, Turn.Attempt - 1)));
        Turn = Turn with { At = failed + pause, Attempt = Turn.Attempt + 1 };
        return true;
    }

    // A run that was stopped, or failed with attempts left, is as good as missed.
    bool IsOpen(RunEntry last) => last.Outcome == RunEnd.Stopped || (last.Outcome == RunEnd.Failed && last.Attempt <= pipeline.Options.Retries);

    IReadOnlyList<DateTimeOffset> Passed(DateTimeOffset now)
    {
        DateTimeOffset[] passed = [.. _cron.Between(_reached, now, Zone)];
        if (passed.Length > 0) _reached = passed[^1];
        return passed;
    }

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
