using System.Diagnostics;
using Recommender.Engine.Answers;
using Recommender.Tests.Worker.Telemetry.Prometheus;
using Recommender.Worker.Telemetry.Requests;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Requests;

public sealed class RequestReportsTests : IDisposable
{
    static readonly Answer Filled = new("beauty", 7,
    [
        new("SKU-1", 3, Strategy.Personalised, []), new("SKU-2", 2, Strategy.Personalised, []), new("SKU-3", 1, Strategy.Popular, []),
    ]);

    readonly Collected _collected = new();
    readonly StandingClock _clock = new();
    readonly RequestReports _reports;

    public RequestReportsTests() => _reports = new(_collected.Meters, _clock);

    [Fact]
    public void An_answer_is_timed_under_what_gave_it_and_its_items_are_counted_by_strategy()
    {
        var request = Asked("user-items");
        _clock.Ticks += TimeSpan.FromMilliseconds(2.5).Ticks;

        _reports.Answered(request, Filled);

        var parsed = _collected.Parsed();
        const string Labels = "endpoint=\"user-items\",model=\"beauty\",protocol=\"rest\",status=\"2xx\",strategy=\"personalised\",tenant=\"default\"";
        Assert.Equal(0.0025, parsed[$"recommender_request_duration_seconds_sum{{{Labels}}}"]);
        Assert.Equal(0, parsed[$"recommender_request_duration_seconds_bucket{{{Labels},le=\"0.002\"}}"]);
        Assert.Equal(1, parsed[$"recommender_request_duration_seconds_bucket{{{Labels},le=\"0.003\"}}"]);
        Assert.Equal(2, parsed["recommender_answer_items_total{model=\"beauty\",strategy=\"personalised\",tenant=\"default\"}"]);
        Assert.Equal(1, parsed["recommender_answer_items_total{model=\"beauty\",strategy=\"popular\",tenant=\"default\"}"]);
        Assert.Equal(1, parsed["recommender_answer_filled_total{endpoint=\"user-items\",model=\"beauty\",tenant=\"default\"}"]);
    }

    [Fact]
    public void An_answer_that_needed_no_filling_is_not_counted_as_filled()
    {
        _reports.Answered(Asked("user-items"), Filled with { Items = [Filled.Items[0]] });

        Assert.Empty(_collected.Parsed().Of("recommender_answer_filled_total"));
    }

    [Fact]
    public void A_batch_is_one_request_with_the_items_of_all_its_lists()
    {
        var counts = new StrategyCounts();
        counts.Add(Filled.Items);
        counts.Add(Filled.Items);

        _reports.Answered(Asked("batch"), new("beauty", 7), counts);

        Assert.Equal([4, 2], _collected.Parsed().Of("recommender_answer_items_total").OrderDescending());
        Assert.Equal([1], _collected.Parsed().Of("recommender_request_duration_seconds_count"));
    }

    [Fact]
    public void A_refusal_is_counted_by_its_code_and_names_no_tenant_that_was_not_let_in()
    {
        _reports.Refused(new(ServedRequest.Grpc, "Recommend", Tenant: null, _reports.Begin()), "AUTH_FAILED", 401);
        _reports.Refused(Asked("user-items"), "RATE_LIMITED", 429);

        var parsed = _collected.Parsed();
        Assert.Equal(1, parsed["recommender_request_refusals_total{code=\"AUTH_FAILED\",endpoint=\"Recommend\",protocol=\"grpc\"}"]);
        Assert.Equal(1, parsed["recommender_request_refusals_total{code=\"RATE_LIMITED\",endpoint=\"user-items\",protocol=\"rest\",tenant=\"default\"}"]);
        Assert.Equal(1, parsed["recommender_request_duration_seconds_count{endpoint=\"user-items\",protocol=\"rest\",status=\"4xx\",tenant=\"default\"}"]);
    }

    [Fact]
    public void Counting_a_request_allocates_nothing()
    {
        Answer(times: 1000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Answer(times: 1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_span_of_a_request_that_is_traced_says_what_answered()
    {
        using var span = new Activity("request") { IsAllDataRequested = true }.Start();

        _reports.Answered(Asked("user-items"), Filled);

        Assert.Equal(("default", "beauty", 7), (span.GetTagItem("recommender.tenant"), span.GetTagItem("recommender.model"), span.GetTagItem("recommender.version")));
    }

    [Fact]
    public void Every_strategy_has_its_place() => Assert.True(Enum.GetValues<Strategy>().Length <= StrategyCounts.Most);

    public void Dispose() => _collected.Dispose();

    ServedRequest Asked(string endpoint) => new(ServedRequest.Rest, endpoint, "default", _reports.Begin());

    void Answer(int times)
    {
        for (var at = 0; at < times; at++) _reports.Answered(Asked("user-items"), Filled);
    }

    sealed class StandingClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
