using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Recommender.EndToEnd.Serving.Telemetry;

public sealed class OtlpTests
{
    const string Trace = "0af7651916cd43dd8448eb211c80319c";
    const string Caller = "b7ad6b7169203331";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task Spans_metrics_and_log_lines_reach_a_collector_under_the_name_that_was_given(string protocol)
    {
        await using var collector = await Collector.StartAsync();
        using var worker = await StartedWorker.StartAsync(Sending(protocol == "grpc" ? collector.GrpcAddress : collector.HttpAddress, protocol), "--log-requests");

        await AskAsync(worker, "/readyz", isSampled: true);
        await AskAsync(worker, "/customers/C-17?token=secret", isSampled: true);

        var (sender, span) = await Collector.Until(() => collector.Spans.Select(sent => Tuple.Create(sent.Sender, sent.Span)).FirstOrDefault(sent => sent.Item2.Text(5) == "GET /readyz"), Cancelled);
        Assert.Equal((Trace, Caller), (span.Hex(1), span.Hex(4)));
        Assert.Equal(("/readyz", "200"), (span.Attributes(9)["http.route"], span.Attributes(9)["http.response.status_code"]));
        Assert.Equal(("shop-worker", "north"), (sender["service.name"], sender["deployment.region"]));

        var duration = await Collector.Until(() => collector.Metrics.Select(sent => sent.Metric).FirstOrDefault(metric => metric.Text(1) == "http.server.request.duration"), Cancelled);
        Assert.Equal("s", duration.Text(3));
        Assert.Equal(0.0001, duration.One(9).All(1).First().Reals(7).First());

        var line = await Collector.Until(() => collector.Logs.Select(sent => sent.Record).FirstOrDefault(record => record.Attributes(6).GetValueOrDefault("Route") == "/readyz"), Cancelled);
        Assert.Equal(("Information", Trace), (line.Text(3), line.Hex(9)));

        (await worker.StopAsync()).Ends(0);
        var said = collector.Spans.SelectMany(sent => sent.Span.Attributes(9)).Concat(collector.Logs.SelectMany(sent => sent.Record.Attributes(6))).Select(pair => pair.Value).ToArray();
        Assert.Contains("/readyz", said);
        Assert.DoesNotContain(said, value => value.Contains("C-17", StringComparison.Ordinal) || value.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_a_request_is_traced_is_decided_by_who_asks()
    {
        await using var collector = await Collector.StartAsync();
        using var worker = await StartedWorker.StartAsync(Sending(collector.HttpAddress, "http/protobuf"));

        await AskAsync(worker, "/readyz", isSampled: false);
        await AskAsync(worker, "/healthz", isSampled: true);
        (await worker.StopAsync()).Ends(0);

        Assert.Equal(["GET /healthz"], collector.Spans.Select(sent => sent.Span.Text(5)));
    }

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task A_collector_that_takes_connections_and_never_answers_slows_nothing_and_holds_up_no_end(string protocol)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var worker = await StartedWorker.StartAsync(Sending($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}", protocol), "--log-requests");

        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < 200; at++) await AskAsync(worker, "/healthz", isSampled: true);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
        started = Stopwatch.GetTimestamp();
        (await worker.StopAsync()).Ends(0);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 9);
    }

    [Fact]
    public async Task A_word_that_the_exporter_would_pass_over_stops_the_worker_with_its_cure()
    {
        using var home = new TemporaryHome();
        var launch = new Launch { Home = home.Folder, Environment = Sending("collector", "grpc") };

        var outcome = (await launch.RunAsync("serve", "--port", "0")).Ends(1);

        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'", outcome.Error);
    }

    static Dictionary<string, string> Sending(string address, string protocol) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
        ["OTEL_SERVICE_NAME"] = "shop-worker",
        ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.region=north",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    static async Task AskAsync(StartedWorker worker, string path, bool isSampled)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-0{(isSampled ? 1 : 0)}");
        (await worker.Client.SendAsync(request, Cancelled)).Dispose();
    }
}
