using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class DriftTurnTests : IDisposable
{
    // It runs on the first of the month and is looked at every night.
    static readonly ScheduledPipeline Beauty = ScheduledNights.Pipeline("beauty", new() { Cron = "0 3 1 * *" }) with { DriftCron = "0 1 * * *" };

    readonly ScheduledNights _nights = new();
    readonly Dictionary<string, (RunEnd End, string Data)> _looks = [];
    int _runs;

    public void Dispose() => _nights.Dispose();

    [Fact]
    public async Task A_drifted_version_starts_a_run_once_for_the_same_data()
    {
        _looks["11-21"] = (RunEnd.Checked, "beauty@1 aaa");
        _looks["11-22"] = (RunEnd.Refused, "beauty@1 bbb");
        _looks["11-23"] = (RunEnd.Refused, "beauty@1 bbb");
        _looks["11-24"] = (RunEnd.Refused, "beauty@1 ccc");

        await PassAsync(RunEnd.Refused);

        Assert.Equal(
        [
            "11-21 01:00+00:00 01:00:00-01:00:00 1 checked",
            "11-22 01:00+00:00 01:00:00-01:00:00 1 refused",
            "11-23 01:00+00:00 01:00:00-01:00:00 1 checked",
            "11-24 01:00+00:00 01:00:00-01:00:00 1 refused",
        ], _nights.Lines("beauty"));
        Assert.Equal(2, _runs);
        var entries = _nights.Log.Read("beauty");
        Assert.Equal(["beauty@1 aaa", "beauty@1 bbb", "beauty@1 bbb", "beauty@1 ccc"], entries.Select(entry => entry.Drift));
        Assert.Equal("drifted (new items: 12 %)", entries[1].Message);
        Assert.Equal("drifted, and the pipeline has run for this data already (new items: 12 %)", entries[2].Message);
    }

    [Fact]
    public async Task A_run_that_failed_is_started_again_at_the_next_look()
    {
        _looks["11-21"] = _looks["11-22"] = (RunEnd.Refused, "beauty@1 bbb");
        _looks["11-23"] = _looks["11-24"] = (RunEnd.Checked, "beauty@1 bbb");

        await PassAsync(RunEnd.Failed);

        Assert.Equal(2, _runs);
        Assert.Equal([RunEnd.Failed, RunEnd.Failed, RunEnd.Checked, RunEnd.Checked], _nights.Log.Read("beauty").Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Looks_that_were_missed_are_made_up_for_once_and_leave_the_runs_alone()
    {
        _looks["11-21"] = _looks["11-22"] = _looks["11-23"] = _looks["11-24"] = _looks["11-28"] = (RunEnd.Checked, "beauty@1 aaa");
        await PassAsync(RunEnd.Promoted);

        await PassAsync(RunEnd.Promoted, "2026-11-28T12:00Z", "2026-11-28T13:00Z");

        var entries = _nights.Log.Read("beauty");
        Assert.Equal([RunEnd.Skipped, RunEnd.Checked], entries.Skip(4).Select(entry => entry.Outcome));
        Assert.All(entries, entry => Assert.NotNull(entry.Drift));
        Assert.Equal(0, _runs);
    }

    [Theory]
    [InlineData(0, """{"verdict":"ok","reason":"","examined":"beauty@1 aaa"}""", RunEnd.Checked, "ok")]
    [InlineData(3, """{"verdict":"drifted","reason":"new items: 12 %","examined":"beauty@1 aaa"}""", RunEnd.Refused, "new items: 12 %")]
    [InlineData(3, """{"error":"refused"}""", RunEnd.Failed, "last words")]
    [InlineData(1, "", RunEnd.Failed, "last words")]
    [InlineData(0, "[", RunEnd.Failed, "last words")]
    internal void What_a_look_printed_is_understood(int exitCode, string output, RunEnd end, string message)
    {
        var outcome = DriftFinding.Read(exitCode, output, "last words");

        Assert.Equal((end, message), (outcome.End, outcome.Message));
    }

    Task<int> PassAsync(RunEnd run, string from = "2026-11-20T12:00Z", string to = "2026-11-24T12:00Z") => _nights.PassAsync(from, to, (pipeline, clock) =>
        new DriftTurn((_, _) => Task.FromResult(Run(run)), (_, _) => Task.FromResult(Look(clock)), _nights.Log).TakeAsync(pipeline, TestContext.Current.CancellationToken).GetAwaiter().GetResult(), [.. Beauty.Tables()]);

    RunOutcome Run(RunEnd end)
    {
        _runs++;
        return new(end);
    }

    RunOutcome Look(JumpingClock clock)
    {
        var (end, data) = _looks[clock.GetUtcNow().ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
        return new(end, end == RunEnd.Refused ? "new items: 12 %" : "ok") { Examined = data };
    }
}
