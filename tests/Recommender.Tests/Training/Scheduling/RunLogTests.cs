using Recommender.Storage.Homes;
using Recommender.Tests.Storage;
using Recommender.Training.Scheduling;
using Xunit;

namespace Recommender.Tests.Training.Scheduling;

public sealed class RunLogTests : IDisposable
{
    static readonly RunEntry Entry = new()
    {
        RunId = "r1",
        Pipeline = "beauty",
        Due = ScheduledNights.Time("2026-03-29T02:00+01:00"),
        Started = ScheduledNights.Time("2026-03-29T02:00:01+01:00"),
        Ended = ScheduledNights.Time("2026-03-29T02:05+01:00"),
        Attempt = 1,
        Outcome = RunEnd.Refused,
        Model = "shop",
        Version = 7,
        ExitCode = 3,
        Message = "coverage 'ü' is 0.1",
    };

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_is_plain_json_and_comes_back_as_it_was()
    {
        var log = new RunLog(HomeFolder.Open(_folder.Path).RunsOf("acme"));
        log.Append(Entry);
        log.Append(Entry with { RunId = null, Outcome = RunEnd.Skipped });

        Assert.Equal(
            """{"run_id":"r1","pipeline":"beauty","due":"2026-03-29T02:00:00+01:00","started":"2026-03-29T02:00:01+01:00","ended":"2026-03-29T02:05:00+01:00","attempt":1,"outcome":"refused","model":"shop","version":7,"exit_code":3,"message":"coverage 'ü' is 0.1"}""",
            File.ReadLines(_folder.File("runs/acme/beauty/log.jsonl")).First());
        Assert.Equal([Entry, Entry with { RunId = null, Outcome = RunEnd.Skipped }], log.Read("beauty"));
        Assert.Equal(["beauty"], log.Pipelines);
    }

    [Fact]
    public void A_damaged_line_hides_no_other()
    {
        var log = new RunLog(HomeFolder.Open(_folder.Path).RunsOf("acme"));
        log.Append(Entry);
        File.AppendAllText(_folder.File("runs/acme/beauty/log.jsonl"), "{\"run_id\":\n{}\n");
        log.Append(Entry);

        Assert.Equal([Entry, Entry], log.Read("beauty"));
    }

    [Fact]
    public void Without_runs_there_is_nothing()
    {
        var log = new RunLog(HomeFolder.Open(_folder.Path).RunsOf("acme"));

        Assert.Empty(log.Pipelines);
        Assert.Empty(log.Read("beauty"));
    }
}
