using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Recommender.Tests.Worker.Telemetry.Prometheus;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry;

public sealed class EndpointTests(TelemetryWorker worker) : IClassFixture<TelemetryWorker>
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_process_says_that_it_lives_and_that_it_is_ready()
    {
        Assert.Equal("ok\n", await worker.Client.GetStringAsync("/healthz", Cancelled));
        var ready = await worker.Client.GetFromJsonAsync<JsonElement>("/readyz", Cancelled);
        Assert.True(ready.GetProperty("ready").GetBoolean());
        Assert.Equal("""{"tenant":"default","model":"beauty","alias":"production","wanted":1,"live":1,"problem":null}""", ready.GetProperty("models")[0].GetRawText());
    }

    [Fact]
    public async Task Metrics_are_text_that_holds_the_servers_own_figures()
    {
        await worker.Client.GetStringAsync("/healthz", Cancelled);
        using var answer = await worker.Client.GetAsync("/metrics", Cancelled);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var parsed = new ParsedMetrics(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(1, parsed["recommender_version_info{alias=\"production\",model=\"beauty\",tenant=\"default\",version=\"1\"}"]);
        Assert.Equal("histogram", parsed.Types["http_server_request_duration_seconds"]);
        Assert.Contains(parsed.Samples, sample => sample.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && sample.Contains("http_route=\"/healthz\"", StringComparison.Ordinal));
        Assert.Equal("counter", parsed.Types["dotnet_gc_collections_total"]);
        Assert.Equal("gauge", parsed.Types["dotnet_thread_pool_thread"]);
        Assert.All(parsed.Types.Keys, name => Assert.True(parsed.Help.ContainsKey(name), name));
    }

    [Fact]
    public async Task Who_asks_for_open_metrics_gets_them()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Accept.ParseAdd("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1");

        using var answer = await worker.Client.SendAsync(request, Cancelled);

        Assert.Equal("application/openmetrics-text", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("\n# EOF\n", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task A_token_that_is_nobodys_opens_nothing()
    {
        using var metrics = await SendAsync("/metrics");
        using var ready = await SendAsync("/readyz");

        Assert.Equal(HttpStatusCode.Unauthorized, metrics.StatusCode);
        Assert.Equal("""{"ready":true}""", await ready.Content.ReadAsStringAsync(Cancelled));

        async Task<HttpResponseMessage> SendAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "nobodys");
            return await worker.Client.SendAsync(request, Cancelled);
        }
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task The_port_of_grpc_tells_nothing(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, worker.GrpcAddress + path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var answer = await worker.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("dotnet_", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task A_path_that_somebody_made_up_makes_no_series()
    {
        var before = await SamplesAsync();
        for (var at = 0; at < 20; at++) (await worker.Client.GetAsync($"/customers/C-{at}?token=secret", Cancelled)).Dispose();
        var after = await SamplesAsync();

        Assert.DoesNotContain("C-1", string.Concat(after.Samples));
        Assert.InRange(after.Of("http_server_request_duration_seconds_count").Count() - before.Of("http_server_request_duration_seconds_count").Count(), 0, 3);

        async Task<ParsedMetrics> SamplesAsync() => new(await worker.Client.GetStringAsync("/metrics", Cancelled));
    }
}
