using Recommender.Core;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class SchedulerTests : IDisposable
{
    static readonly ScheduleOptions Nightly = new() { Cron = "30 1 * * *", TimeZone = "Europe/London" };
    static readonly ScheduleOptions Hourly = new() { Cron = "@hourly" };

    readonly ScheduledNights _nights = new();

    public void Dispose() => _nights.Dispose();

    [Fact]
    public async Task A_pipeline_that_fails_twice_and_then_works_is_logged_with_each_attempt_over_the_leap_of_the_clock()
    {
        var outcomes = new Queue<RunEnd>([RunEnd.Promoted, RunEnd.Failed, RunEnd.Failed, RunEnd.Promoted, RunEnd.Promoted]);

        await _nights.PassAsync("2026-03-27T12:00Z", "2026-03-30T12:00Z", (_, clock) => After(clock, 5, outcomes.Dequeue()), Beauty(Nightly));

        Assert.Equal(
        [
            "03-28 01:30+00:00 01:30:00-01:35:00 1 promoted",
            "03-29 02:00+01:00 02:00:00-02:05:00 1 failed",     // 01:30 does not exist this night
            "03-29 02:00+01:00 02:06:00-02:11:00 2 failed",     // a minute after the failure
            "03-29 02:00+01:00 02:13:00-02:18:00 3 promoted",   // two minutes after the second
            "03-30 01:30+01:00 01:30:00-01:35:00 1 promoted",
        ], _nights.Lines("beauty"));
        Assert.Equal(["beauty promoted 1", "beauty promoted 3", "beauty promoted 1"], _nights.Told);
    }

    [Fact]
    public async Task A_time_that_comes_twice_runs_once_and_its_retries_pass_through_the_repeated_hour()
    {
        var outcomes = new Queue<RunEnd>([RunEnd.Failed, RunEnd.Failed, RunEnd.Published, RunEnd.Unchanged]);

        await _nights.PassAsync("2026-10-24T12:00Z", "2026-10-26T12:00Z", (_, clock) => After(clock, 20, outcomes.Dequeue()), Beauty(Nightly with { Backoff = 600 }));

        Assert.Equal(
        [
            "10-25 01:30+01:00 01:30:00-01:50:00 1 failed",
            "10-25 01:30+01:00 01:00:00-01:20:00 2 failed",     // ten minutes later the clock goes back
            "10-25 01:30+01:00 01:40:00-02:00:00 3 published",
            "10-26 01:30+00:00 01:30:00-01:50:00 1 unchanged",
        ], _nights.Lines("beauty"));
    }

    [Fact]
    public async Task When_every_try_has_failed_the_failure_is_told_once_and_the_next_time_begins_anew()
    {
        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T13:30Z", (_, clock) => After(clock, 1, RunEnd.Failed), Beauty(Hourly with { Retries = 1 }));

        Assert.Equal(
        [
            "11-21 12:00+00:00 12:00:00-12:01:00 1 failed",
            "11-21 12:00+00:00 12:02:00-12:03:00 2 failed",
            "11-21 13:00+00:00 13:00:00-13:01:00 1 failed",
            "11-21 13:00+00:00 13:02:00-13:03:00 2 failed",
        ], _nights.Lines("beauty"));
        Assert.Equal(["beauty failed 2", "beauty failed 2"], _nights.Told);
    }

    [Fact]
    public async Task The_pause_doubles_up_to_an_hour()
    {
        await _nights.PassAsync("2026-11-21T00:00Z", "2026-11-22T11:00Z", (_, _) => new(RunEnd.Failed), Beauty(new() { Cron = "0 1 21 11 *", Retries = 4, Backoff = 1_200 }));

        Assert.Equal(["01:00:00", "01:20:00", "02:00:00", "03:00:00", "04:00:00"], _nights.Lines("beauty").Select(line => line.Split(' ')[2][..8]));
    }

    [Fact]
    public async Task A_refused_promotion_is_not_tried_again()
    {
        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T12:30Z", (_, clock) => After(clock, 1, RunEnd.Refused), Beauty(Hourly));

        Assert.Equal(["11-21 12:00+00:00 12:00:00-12:01:00 1 refused"], _nights.Lines("beauty"));
        Assert.Equal(["beauty refused 1"], _nights.Told);
    }

    [Theory]
    [InlineData("Skip", "11-21 14:00+00:00 14:30:00-14:30:00 0 skipped", "11-21 15:00+00:00 15:00:00-15:01:00 1 published")]
    [InlineData("Once", "11-21 13:00+00:00 14:30:00-14:30:00 0 skipped", "11-21 14:00+00:00 14:30:00-14:31:00 1 published", "11-21 15:00+00:00 15:00:00-15:01:00 1 published")]
    [InlineData("All", "11-21 12:00+00:00 14:30:00-14:31:00 1 published", "11-21 13:00+00:00 14:31:00-14:32:00 1 published", "11-21 14:00+00:00 14:32:00-14:33:00 1 published", "11-21 15:00+00:00 15:00:00-15:01:00 1 published")]
    public async Task Times_missed_while_the_scheduler_was_down_are_treated_as_asked(string missed, params string[] expected)
    {
        var pipeline = Beauty(Hourly with { Missed = Enum.Parse<MissedRuns>(missed) });
        await _nights.PassAsync("2026-11-21T10:30Z", "2026-11-21T11:30Z", (_, clock) => After(clock, 1, RunEnd.Published), pipeline);

        await _nights.PassAsync("2026-11-21T14:30Z", "2026-11-21T15:30Z", (_, clock) => After(clock, 1, RunEnd.Published), pipeline);

        Assert.Equal(expected, _nights.Lines("beauty").Skip(1));
    }

    [Fact]
    public async Task Of_very_many_missed_times_only_the_newest_24_are_made_up_for()
    {
        var pipeline = Beauty(Hourly with { Missed = MissedRuns.All });
        await _nights.PassAsync("2025-11-21T10:30Z", "2025-11-21T11:30Z", (_, _) => new(RunEnd.Published), pipeline);

        var attempts = await _nights.PassAsync("2026-11-21T10:30Z", "2026-11-21T10:45Z", (_, _) => new(RunEnd.Published), pipeline);

        Assert.Equal(24, attempts);
        Assert.StartsWith("8735 times from 2025-11-21 12:00+00:00 on passed while the scheduler was not running", _nights.Log.Read("beauty")[1].Message);
        Assert.Equal("11-20 11:00+00:00 10:30:00-10:30:00 1 published", _nights.Lines("beauty")[2]);
    }

    [Fact]
    public async Task The_first_start_has_missed_nothing()
    {
        await _nights.PassAsync("2026-11-21T12:30Z", "2026-11-21T13:00Z", (_, _) => new(RunEnd.Published), Beauty(Hourly with { Missed = MissedRuns.All }));

        Assert.Equal(["11-21 13:00+00:00 13:00:00-13:00:00 1 published"], _nights.Lines("beauty"));
    }

    [Fact]
    public async Task Times_that_pass_while_a_run_is_at_work_are_skipped_and_logged()
    {
        var minutes = new Queue<int>([150, 1]);

        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T15:30Z", (_, clock) => After(clock, minutes.Dequeue(), RunEnd.Published), Beauty(Hourly));

        Assert.Equal(
        [
            "11-21 12:00+00:00 12:00:00-14:30:00 1 published",
            "11-21 14:00+00:00 14:30:00-14:30:00 0 skipped",
            "11-21 15:00+00:00 15:00:00-15:01:00 1 published",
        ], _nights.Lines("beauty"));
        Assert.StartsWith("2 times from 2026-11-21 13:00+00:00 on passed while a run was at work", _nights.Log.Read("beauty")[1].Message);
    }

    [Fact]
    public async Task Pipelines_run_one_after_the_other_and_one_fills_the_pauses_of_the_other()
    {
        var first = new Queue<RunEnd>([RunEnd.Failed, RunEnd.Published]);

        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T12:30Z",
            (pipeline, clock) => After(clock, 3, pipeline.Name == "first" ? first.Dequeue() : RunEnd.Published),
            ScheduledNights.Pipeline("first", Hourly), ScheduledNights.Pipeline("second", Hourly));

        Assert.Equal(["11-21 12:00+00:00 12:00:00-12:03:00 1 failed", "11-21 12:00+00:00 12:06:00-12:09:00 2 published"], _nights.Lines("first"));
        Assert.Equal(["11-21 12:00+00:00 12:03:00-12:06:00 1 published"], _nights.Lines("second"));
    }

    [Fact]
    public async Task A_stopped_run_is_logged_as_such_and_taken_up_at_the_next_start()
    {
        var attempts = await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T12:30Z", Stopped, Beauty(Hourly));
        Assert.Equal(1, attempts);

        await _nights.PassAsync("2026-11-21T12:10Z", "2026-11-21T12:30Z", (_, clock) => After(clock, 2, RunEnd.Published), Beauty(Hourly));

        Assert.Equal(["11-21 12:00+00:00 12:00:00-12:00:00 1 stopped", "11-21 12:00+00:00 12:10:00-12:12:00 1 published"], _nights.Lines("beauty"));
    }

    [Fact]
    public async Task A_run_that_throws_has_failed_and_the_others_go_on()
    {
        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T13:00Z", (_, _) => throw new UserErrorException("no such program"), Beauty(Hourly with { Retries = 0 }));

        Assert.Equal(["12:00 Failed no such program", "13:00 Failed no such program"], _nights.Log.Read("beauty").Select(entry => $"{entry.Due:HH:mm} {entry.Outcome} {entry.Message}"));
    }

    [Fact]
    public async Task Every_event_is_said_in_a_line()
    {
        var outcomes = new Queue<RunOutcome>([new(RunEnd.Failed, "no space left") { ExitCode = 1 }, new(RunEnd.Promoted) { Model = "shop", Version = 7 }]);

        await _nights.PassAsync("2026-11-21T11:30Z", "2026-11-21T12:30Z", (_, _) => outcomes.Dequeue(), Beauty(Hourly));

        Assert.Equal(
            """
            beauty: next run at 2026-11-21 12:00+00:00
            beauty: run of 2026-11-21 12:00+00:00 begins
            beauty: run of 2026-11-21 12:00+00:00: failed: no space left
            beauty: attempt 2 of 3 at 2026-11-21 12:01:00+00:00
            beauty: run of 2026-11-21 12:00+00:00 begins, attempt 2
            beauty: run of 2026-11-21 12:00+00:00: promoted, shop version 7
            beauty: next run at 2026-11-21 13:00+00:00
            """, _nights.Said);
    }

    static RunOutcome Stopped(ScheduledPipeline pipeline, JumpingClock clock)
    {
        clock.Stop();
        throw new OperationCanceledException(clock.Stopping);
    }

    static RunOutcome After(JumpingClock clock, int minutes, RunEnd end)
    {
        clock.Pass(TimeSpan.FromMinutes(minutes));
        return new(end);
    }

    static ScheduledPipeline Beauty(ScheduleOptions options) => ScheduledNights.Pipeline("beauty", options);
}
