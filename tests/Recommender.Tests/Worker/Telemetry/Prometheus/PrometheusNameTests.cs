using Recommender.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("http.server.request.duration", "s", "Histogram", "http_server_request_duration_seconds")]
    [InlineData("recommender.answer.items", "{item}", "Counter", "recommender_answer_items")]
    [InlineData("dotnet.gc.heap.total_allocated", "By", "Counter", "dotnet_gc_heap_total_allocated_bytes")]
    [InlineData("cache.use", "1", "Gauge", "cache_use_ratio")]
    [InlineData("cache.use", "1", "Counter", "cache_use")]
    [InlineData("load", "%", "Gauge", "load_percent")]
    [InlineData("wait_seconds", "s", "Histogram", "wait_seconds")]
    [InlineData("things_total", null, "Counter", "things")]
    [InlineData("9.lives-left", "", "Gauge", "_9_lives_left")]
    [InlineData("größe", "m", "Gauge", "gr__e_m")]
    public void A_name_has_its_unit_and_letters_that_prometheus_knows(string instrument, string? unit, string kind, string name) =>
        Assert.Equal(name, PrometheusName.Of(instrument, unit, Enum.Parse<FamilyKind>(kind)));

    [Fact]
    public void A_gauge_does_not_end_as_a_part_of_a_histogram_does() =>
        Assert.Equal("dotnet_timer", PrometheusName.Of("dotnet.timer.count", "{timer}", FamilyKind.Gauge));

    [Theory]
    [InlineData("http.route", "http_route")]
    [InlineData("a:b", "a_b")]
    public void A_label_has_letters_that_prometheus_knows(string tag, string label) => Assert.Equal(label, PrometheusName.Label(tag));
}
