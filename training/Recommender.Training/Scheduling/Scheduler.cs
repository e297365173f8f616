using System.Globalization;
using Recommender.Core;

namespace Recommender.Training.Scheduling;

/// <summary>Runs pipelines at their times, one after the other, and logs what became of each time.</summary>
sealed class Scheduler(
    IReadOnlyList<ScheduledPipeline> pipelines, Func<ScheduledPipeline, CancellationToken, Task<RunOutcome>> run, Surroundings surroundings)
{
    // A clock that is set, or a machine that slept, is noticed within this time.
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    readonly TimeProvider _clock = surroundings.Clock;

    /// <summary>Works until it is asked to stop; the run at work is then asked too, and waited for.</summary>
    /// <returns>How many attempts it made.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        var tables = pipelines.Select(Started).ToArray();
        var attempts = 0;
        while (true)
        {
            var next = tables.MinBy(table => table.Turn.At)!;
            if (!await WaitAsync(next.Turn.At, stopping)) return attempts;

            attempts++;
            await TakeAsync(next, stopping);
        }
    }

    Timetable Started(ScheduledPipeline pipeline)
    {
        var table = new Timetable(pipeline);
        PassOver(table, table.Start(surroundings.Log.Last(pipeline), Now(table)), "passed while the scheduler was not running");
        SayNext(table);
        return table;
    }

    async Task<bool> WaitAsync(DateTimeOffset at, CancellationToken stopping)
    {
        try
        {
            while (at - _clock.GetUtcNow() is { Ticks: > 0 } left) await Task.Delay(left < LongestWait ? left : LongestWait, _clock, stopping);
            return !stopping.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    async Task TakeAsync(Timetable table, CancellationToken stopping)
    {
        var entry = await AttemptAsync(table, stopping);
        Record(table.Pipeline, entry);
        if (stopping.IsCancellationRequested) return;
        if (entry.Outcome == RunEnd.Failed && table.Repeat(entry.Ended))
        {
            surroundings.Say(table.Pipeline, $"attempt {table.Turn.Attempt} of {table.Pipeline.Options.Retries + 1} at {table.Turn.At:yyyy-MM-dd HH:mm:sszzz}");
            return;
        }
        await surroundings.Notify(table.Pipeline, entry, stopping);
        PassOver(table, table.Follow(Now(table)), "passed while a run was at work or waited for its turn");
        SayNext(table);
    }

    async Task<RunEntry> AttemptAsync(Timetable table, CancellationToken stopping)
    {
        var (turn, started) = (table.Turn, Now(table));
        surroundings.Say(table.Pipeline, $"{What(table.Pipeline)} of {Time(turn.Due)} begins{(turn.Attempt > 1 ? $", attempt {turn.Attempt}" : "")}");
        var outcome = await OutcomeAsync(table.Pipeline, stopping);
        return new()
        {
            RunId = outcome.RunId,
            Pipeline = table.Pipeline.Name,
            Due = turn.Due,
            Started = started,
            Ended = Now(table),
            Attempt = turn.Attempt,
            Outcome = outcome.End,
            Model = outcome.Model,
            Version = outcome.Version,
            ExitCode = outcome.ExitCode,
            Message = outcome.Message,
            Drift = table.Pipeline.IsDriftCheck ? outcome.Examined ?? "" : null,
        };
    }

    async Task<RunOutcome> OutcomeAsync(ScheduledPipeline pipeline, CancellationToken stopping)
    {
        try
        {
            return await run(pipeline, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new(RunEnd.Stopped);
        }
        catch (Exception e)   // the boundary of a job: one that cannot even be started must not end the others
        {
            return new(RunEnd.Failed, e is UserErrorException ? e.Message : $"unexpected {e.GetType().Name}: {e.Message}");
        }
    }

    void PassOver(Timetable table, IReadOnlyList<DateTimeOffset> times, string why)
    {
        if (times.Count == 0) return;

        var now = Now(table);
        var message = times.Count == 1 ? $"this time {why}" : $"{times.Count} times from {Time(times[0])} on {why}";
        Record(table.Pipeline, new() { Pipeline = table.Pipeline.Name, Due = times[^1], Started = now, Ended = now, Attempt = 0, Outcome = RunEnd.Skipped, Message = message, Drift = table.Pipeline.IsDriftCheck ? "" : null });
    }

    // A full disk must not end the nights to come.
    void Record(ScheduledPipeline pipeline, RunEntry entry)
    {
        surroundings.Say(pipeline, $"{What(pipeline)} of {Time(entry.Due)}: {entry.Summary}");
        try
        {
            surroundings.Log.Append(entry);
        }
        catch (Exception e) when (e is UserErrorException or IOException)
        {
            surroundings.Say(pipeline, $"this could not be logged: {e.Message}");
        }
    }

    void SayNext(Timetable table) => surroundings.Say(table.Pipeline, $"next {What(table.Pipeline)} at {Time(table.Turn.Due)}");

    static string What(ScheduledPipeline pipeline) => pipeline.IsDriftCheck ? "drift check" : "run";

    DateTimeOffset Now(Timetable table) => TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), table.Zone);

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mmzzz", CultureInfo.InvariantCulture);
}
