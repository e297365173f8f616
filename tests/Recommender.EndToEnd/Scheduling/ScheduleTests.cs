using System.Diagnostics;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Scheduling;

/// <summary>The real console as a scheduler, from its first line to its end.</summary>
public sealed class ScheduleTests(BuiltConsole console) : IClassFixture<BuiltConsole>, IDisposable
{
    readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_scheduler_that_waits_ends_within_a_second_with_exit_code_0(string signal)
    {
        using var schedule = console.Start(_home.Folder, "schedule", Pipeline("0 0 29 2 *"));
        await schedule.FirstWordAsync();

        schedule.Signal(signal);
        var sent = Stopwatch.GetTimestamp();
        var outcome = (await schedule.EndAsync()).Ends(0);

        Assert.InRange(Stopwatch.GetElapsedTime(sent), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d nightly: next run at 20\d\d-02-29 00:00\+00:00\n$", outcome.Output);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public async Task Two_schedulers_never_have_the_same_pipeline_and_one_that_was_killed_leaves_it_free()
    {
        var pipeline = Pipeline("0 0 29 2 *");
        using var first = console.Start(_home.Folder, "schedule", pipeline);
        await first.FirstWordAsync();

        var second = (await console.RunAsync(_home.Folder, "schedule", pipeline)).Ends(1);
        Assert.Matches($"the pipeline 'nightly' is scheduled already \\(schedule, process {first.ProcessId}\\); one scheduler a pipeline: stop that one first", second.Error);

        first.Signal("KILL");
        (await first.EndAsync()).Ends(137);
        using var third = console.Start(_home.Folder, "schedule", pipeline);
        await third.FirstWordAsync();
        third.Signal("TERM");
        (await third.EndAsync()).Ends(0);
    }

    [Fact]
    public async Task The_coming_times_are_printed_with_the_offset_of_the_zone()
    {
        var outcome = (await console.RunAsync(_home.Folder, "schedule", "--next", "3", Pipeline("30 3 1 1,7 *"))).Ends(0);

        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^20\d\d-(01-01 03:30 \+00:00|07-01 03:30 \+01:00)  nightly$", line));
        var document = (await console.RunAsync(_home.Folder, "schedule", "--next", "3", Pipeline("30 3 1 1,7 *"), "--json")).Ends(0).Json;
        Assert.Equal(["nightly", "nightly", "nightly"], document.EnumerateArray().Select(time => time.GetProperty("pipeline").GetString()));
    }

    [Fact]
    public async Task The_coming_drift_checks_stand_among_the_coming_runs_and_are_marked()
    {
        var pipeline = _home.Write("nightly.yaml", "schedule:\n  cron: 30 3 1 1 *\ndrift: { cron: 0 6 1 7 * }\n");

        var lines = (await console.RunAsync(_home.Folder, "schedule", "--next", "2", pipeline)).Ends(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var document = (await console.RunAsync(_home.Folder, "schedule", "--next", "2", pipeline, "--json")).Ends(0).Json;

        Assert.Equal(4, lines.Length);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Equal(2, lines.Count(line => line.Contains("-07-01 06:00", StringComparison.Ordinal) && line.EndsWith("nightly  drift check", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains("-01-01 03:30", StringComparison.Ordinal) && line.EndsWith("nightly", StringComparison.Ordinal)));
        Assert.Equal(2, document.EnumerateArray().Count(time => time.GetProperty("drift_check").GetBoolean()));
    }

    [Fact]
    public async Task A_misspelt_key_is_named_with_its_line()
    {
        var path = _home.Write("nightly.yaml", "schedule:\n  corn: 30 2 * * *\n");

        var outcome = (await console.RunAsync(_home.Folder, "schedule", path)).Ends(1);

        Assert.Contains("nightly.yaml, line 2: 'corn' is no key of a schedule. Did you mean 'cron'?", outcome.Error);
    }

    [Fact]
    public async Task The_run_log_is_shown_as_a_table_and_as_json()
    {
        _home.Write("runs/default/nightly/log.jsonl",
            """
            {"run_id":"r1","pipeline":"nightly","due":"2026-03-29T02:00:00+01:00","started":"2026-03-29T02:00:00+01:00","ended":"2026-03-29T02:05:00+01:00","attempt":1,"outcome":"failed","model":null,"version":null,"exit_code":1,"message":"no space left"}
            {"run_id":"r2","pipeline":"nightly","due":"2026-03-29T02:00:00+01:00","started":"2026-03-29T02:06:00+01:00","ended":"2026-03-29T02:11:00+01:00","attempt":2,"outcome":"promoted","model":"shop","version":7,"exit_code":0,"message":null}

            """);

        var table = (await console.RunAsync(_home.Folder, "schedule", "log")).Ends(0).Output;
        var newest = (await console.RunAsync(_home.Folder, "schedule", "log", "nightly", "--last", "1", "--json")).Ends(0).Json;
        var unknown = (await console.RunAsync(_home.Folder, "schedule", "log", "nighly")).Ends(2);

        Assert.Matches(@"nightly +2026-03-29 02:00\+01:00 +2026-03-29 02:00\+01:00 +0:05:00 +1 +failed +no space left", table);
        Assert.Matches(@"nightly +2026-03-29 02:00\+01:00 +2026-03-29 02:06\+01:00 +0:05:00 +2 +promoted +7", table);
        Assert.Equal("r2", Assert.Single(newest.EnumerateArray()).GetProperty("run_id").GetString());
        Assert.Contains("Did you mean 'nightly'?", unknown.Error);
    }

    string Pipeline(string cron) => _home.Write("nightly.yaml", $"schedule:\n  cron: {cron}\n  time_zone: Europe/London\n");
}
