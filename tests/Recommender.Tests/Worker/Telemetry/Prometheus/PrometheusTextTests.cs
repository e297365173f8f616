using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class PrometheusTextTests : IDisposable
{
    readonly Collected _collected = new();

    [Fact]
    public void The_text_is_as_the_format_wants_it_to_the_letter()
    {
        _collected.Meter.CreateCounter<long>("b.asked", null, "Asked \\ in\ntwo lines, \"quoted\".").Add(2, new("model", "a\"b"), new("tenant", "default"));
        _collected.Meter.CreateHistogram<double>("a.took", "s", advice: new() { HistogramBucketBoundaries = [0.5, 1] }).Record(0.75);

        Assert.Equal(
            """
            # TYPE a_took_seconds histogram
            a_took_seconds_bucket{le="0.5"} 0
            a_took_seconds_bucket{le="1"} 1
            a_took_seconds_bucket{le="+Inf"} 1
            a_took_seconds_sum 0.75
            a_took_seconds_count 1
            # HELP b_asked_total Asked \\ in\ntwo lines, "quoted".
            # TYPE b_asked_total counter
            b_asked_total{model="a\"b",tenant="default"} 2

            """, _collected.Text());
    }

    [Fact]
    public void Open_metrics_names_the_family_without_the_ending_of_its_samples_and_says_where_it_ends()
    {
        _collected.Meter.CreateCounter<long>("b.asked", null, "Asked, \"quoted\".").Add(2);

        Assert.Equal(
            """
            # HELP b_asked Asked, \"quoted\".
            # TYPE b_asked counter
            b_asked_total 2
            # EOF

            """, _collected.Text(isOpenMetrics: true));
    }

    [Fact]
    public void One_tenant_sees_neither_the_others_nor_the_sum_that_would_tell_of_them()
    {
        var asked = _collected.Meter.CreateCounter<long>("b.asked");
        asked.Add(2, new KeyValuePair<string, object?>("tenant", "north"));
        asked.Add(3, new KeyValuePair<string, object?>("tenant", "south"));
        _collected.Meter.CreateCounter<long>("b.all").Add(5);

        Assert.Equal(["b_asked_total{tenant=\"north\"}"], new ParsedMetrics(_collected.Text("north")).Samples);
        Assert.Empty(_collected.Text("nobody"));
    }

    public void Dispose() => _collected.Dispose();
}
