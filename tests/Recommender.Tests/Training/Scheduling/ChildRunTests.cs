using System.Diagnostics;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class ChildRunTests : IDisposable
{
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    readonly FakeRun _fake = new();

    public ChildRunTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of these tests are shell scripts.");

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task A_run_gets_its_file_home_and_tenant_and_its_report_is_understood()
    {
        var outcome = await _fake.RunAsync(
            $$"""
            echo "$@" >"{{_fake.File("words")}}"
            echo 'reading purchases' >&2
            echo '{"pipeline":"beauty","run_id":"r-17","model":"shop","version":7,"promoted":true,"alias":"production","steps":[{"step":"train","cached":false}]}'
            """);

        Assert.Equal(new RunOutcome(RunEnd.Promoted) { RunId = "r-17", Model = "shop", Version = 7, ExitCode = 0 }, outcome);
        Assert.Equal($"run beauty.yaml --json --home {_fake.Home.Path} --tenant acme\n", await File.ReadAllTextAsync(_fake.File("words"), TestContext.Current.CancellationToken));
        Assert.Equal([KeyValuePair.Create("r-17.log", "reading purchases\n")], _fake.Notes);
    }

    [Fact]
    public async Task A_run_without_a_report_has_failed_with_its_last_words()
    {
        var outcome = await _fake.RunAsync("echo 'training' >&2; echo 'error: no space left in /data.' >&2; exit 1");

        Assert.Equal((RunEnd.Failed, "no space left in /data.", 1), (outcome.End, outcome.Message, outcome.ExitCode));
        Assert.Equal($"{outcome.RunId}.log", Assert.Single(_fake.Notes).Key);
    }

    [Fact]
    public async Task A_run_that_the_system_kills_has_failed_and_the_scheduler_lives()
    {
        var outcome = await _fake.RunAsync("echo training >&2; kill -9 $$");

        Assert.Equal((RunEnd.Failed, "the system ended it (exit code 137), most likely for want of memory"), (outcome.End, outcome.Message));
    }

    [Fact]
    public async Task A_run_that_is_stopped_is_asked_as_by_a_keyboard_and_waited_for()
    {
        using var stopping = new CancellationTokenSource();
        _fake.Stopping = stopping.Token;
        var run = _fake.RunAsync($"trap 'echo cleaned >&2; exit 130' TERM; touch '{_fake.File("ready")}'; while :; do sleep 0.01; done");
        while (!File.Exists(_fake.File("ready"))) await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);

        await stopping.CancelAsync();
        var outcome = await run;

        Assert.Equal((RunEnd.Stopped, 130), (outcome.End, outcome.ExitCode));
        Assert.Equal("cleaned\n", Assert.Single(_fake.Notes).Value);
    }

    [Fact]
    public async Task A_run_that_ends_well_while_it_is_stopped_has_ended_well()
    {
        using var stopping = new CancellationTokenSource();
        _fake.Stopping = stopping.Token;
        var run = _fake.RunAsync($$"""trap 'echo "{}"; exit 0' TERM; touch '{{_fake.File("ready")}}'; while :; do sleep 0.01; done""");
        while (!File.Exists(_fake.File("ready"))) await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);

        await stopping.CancelAsync();

        Assert.Equal(RunEnd.Published, (await run).End);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_and_does_not_listen_is_killed_with_all_it_started()
    {
        var started = Stopwatch.GetTimestamp();
        using var clock = new JumpingClock(ScheduledNights.Time("2026-11-21T12:00Z"), ScheduledNights.Time("2026-11-22T12:00Z"));
        (_fake.Clock, _fake.Minutes) = (clock, 90);

        var outcome = await _fake.RunAsync("trap '' TERM; sleep 300");

        Assert.Equal((RunEnd.Failed, "it took longer than 90 min and was ended; give it more with timeout_minutes"), (outcome.End, outcome.Message));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_pipeline_that_somebody_runs_is_not_run_again()
    {
        using var held = PipelineLock.TryAcquire(_fake.Runs, "beauty");

        var outcome = await _fake.RunAsync($"touch '{_fake.File("ran")}'");

        Assert.Equal((RunEnd.Skipped, $"it is at work already (run, process {Environment.ProcessId})"), (outcome.End, outcome.Message));
        Assert.False(File.Exists(_fake.File("ran")));
    }

    [Fact]
    public async Task Only_the_newest_50_files_are_kept()
    {
        Directory.CreateDirectory(_fake.Runs.Of("beauty"));
        for (var i = 0; i < 60; i++)
        {
            var old = Path.Combine(_fake.Runs.Of("beauty"), $"old{i:00}.log");
            await File.WriteAllTextAsync(old, "", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(old, new DateTime(2026, 1, 1, 0, i, 0, DateTimeKind.Utc));
        }

        await _fake.RunAsync("exit 1");

        Assert.Equal(RunNotes.Kept, _fake.Notes.Count);
        Assert.Equal("old11.log", _fake.Notes.Keys.Order(StringComparer.Ordinal).First(name => name.StartsWith("old", StringComparison.Ordinal)));
    }
}
