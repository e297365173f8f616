using System.Net;
using Recommender.Tests.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry;

public sealed class RefusalTests(TelemetryWorker worker) : IClassFixture<TelemetryWorker>
{
    [Fact]
    public async Task What_is_refused_before_any_endpoint_is_counted_by_its_code()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var refused = await worker.Client.GetAsync("/no/such/path", cancelled);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        var parsed = new ParsedMetrics(await worker.Client.GetStringAsync("/metrics", cancelled));

        Assert.Equal(1, parsed["recommender_request_refusals_total{code=\"NOT_FOUND\",endpoint=\"(none)\",protocol=\"rest\"}"]);
        Assert.Equal(1, parsed["recommender_request_duration_seconds_count{endpoint=\"(none)\",protocol=\"rest\",status=\"4xx\"}"]);
    }
}
