using System.Diagnostics.Metrics;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class MeterCollectorTests : IDisposable
{
    readonly Collected _collected = new();

    [Fact]
    public void Each_kind_of_instrument_is_written_as_its_type()
    {
        var meter = _collected.Meter;
        meter.CreateCounter<long>("a.asked", "{question}", "Asked.").Add(3);
        meter.CreateCounter<double>("a.waited", "s").Add(0.25);
        meter.CreateUpDownCounter<int>("a.inside").Add(-2);
        meter.CreateGauge<float>("a.level").Record(0.5f);
        meter.CreateHistogram<double>("a.took", "s").Record(0.0003, new KeyValuePair<string, object?>("by", "x"));
        meter.CreateObservableCounter("a.seen", () => 7L);
        meter.CreateObservableUpDownCounter("a.held", () => -1);
        meter.CreateObservableGauge("a.heat", () => double.PositiveInfinity);

        var parsed = _collected.Parsed();

        Assert.Equal(("counter", 3, "Asked."), (parsed.Types["a_asked_total"], parsed["a_asked_total"], parsed.Help["a_asked_total"]));
        Assert.Equal(("counter", 0.25), (parsed.Types["a_waited_seconds_total"], parsed["a_waited_seconds_total"]));
        Assert.Equal(("gauge", -2), (parsed.Types["a_inside"], parsed["a_inside"]));
        Assert.Equal(("gauge", 0.5), (parsed.Types["a_level"], parsed["a_level"]));
        Assert.Equal(("counter", 7), (parsed.Types["a_seen_total"], parsed["a_seen_total"]));
        Assert.Equal(("gauge", -1), (parsed.Types["a_held"], parsed["a_held"]));
        Assert.Equal(double.PositiveInfinity, parsed["a_heat"]);
        Assert.Equal("histogram", parsed.Types["a_took_seconds"]);
        Assert.Equal(0, parsed["a_took_seconds_bucket{by=\"x\",le=\"0.00025\"}"]);
        Assert.Equal(1, parsed["a_took_seconds_bucket{by=\"x\",le=\"0.0005\"}"]);
        Assert.Equal(1, parsed["a_took_seconds_bucket{by=\"x\",le=\"+Inf\"}"]);
        Assert.Equal(0.0003, parsed["a_took_seconds_sum{by=\"x\"}"]);
    }

    [Fact]
    public void Advised_buckets_are_kept_except_the_servers_own_which_hide_milliseconds()
    {
        var meter = _collected.Meter;
        meter.CreateHistogram<double>("a.advised", "s", advice: new() { HistogramBucketBoundaries = [3, 6] }).Record(4);
        meter.CreateHistogram<double>("http.server.request.duration", "s", advice: new() { HistogramBucketBoundaries = [0.005, 10] }).Record(0.0001);

        var parsed = _collected.Parsed();

        Assert.Equal(3, parsed.Of("a_advised_seconds_bucket").Count());
        Assert.Equal(1, parsed["http_server_request_duration_seconds_bucket{le=\"0.0001\"}"]);
    }

    [Fact]
    public void What_an_observed_instrument_speaks_of_no_more_is_gone()
    {
        var version = 6;
        _collected.Meter.CreateObservableGauge("a.version", () => new Measurement<long>(1, new KeyValuePair<string, object?>("version", version)));
        Assert.Equal(1, _collected.Parsed()["a_version{version=\"6\"}"]);

        version = 7;

        Assert.Equal(["a_version{version=\"7\"}"], _collected.Parsed().Samples);
    }

    [Fact]
    public void An_instrument_that_fails_takes_nothing_from_the_others()
    {
        _collected.Meter.CreateObservableGauge("a.broken", long () => throw new InvalidOperationException("no value"));
        _collected.Meter.CreateObservableGauge("a.whole", () => 1L);

        Assert.Equal(["a_whole"], _collected.Parsed().Samples);
    }

    [Fact]
    public void Two_instruments_of_one_name_are_one_family()
    {
        _collected.Meter.CreateCounter<long>("a.asked").Add(1);
        _collected.Meters.Create("Recommender.Engine").CreateCounter<long>("a.asked").Add(2);
        _collected.Meter.CreateHistogram<long>("a.asked").Record(5);

        Assert.Equal(3, _collected.Parsed()["a_asked_total"]);
    }

    [Fact]
    public void Meters_of_others_are_not_passed_on()
    {
        using var others = new OwnMeters();
        others.Create("Recommender.Worker").CreateCounter<long>("a.asked").Add(1);
        _collected.Meters.Create("Somebody.Else").CreateCounter<long>("a.asked").Add(1);

        Assert.Empty(_collected.Text());
    }

    [Fact]
    public void Dotnets_own_meters_are_passed_on()
    {
        using var collector = new Recommender.Worker.Telemetry.Prometheus.MeterCollector(_collected.Meters, Microsoft.Extensions.Logging.Abstractions.NullLogger<Recommender.Worker.Telemetry.Prometheus.MeterCollector>.Instance);

        Assert.Contains(collector.Look(), family => family.Name == "dotnet_gc_collections" && family.Series.Any());
    }

    public void Dispose() => _collected.Dispose();
}
