using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Recommender.EndToEnd.Serving.Telemetry;

/// <summary>A collector of OTLP that keeps what comes: protobuf over HTTP at one port, gRPC at another.</summary>
sealed class Collector : IAsyncDisposable
{
    const int Prefix = 5;   // of a gRPC message: whether it is packed, and its length

    readonly WebApplication _app;
    readonly ConcurrentQueue<ProtoMessage> _traces = new();
    readonly ConcurrentQueue<ProtoMessage> _metrics = new();
    readonly ConcurrentQueue<ProtoMessage> _logs = new();

    Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        Map("traces", "trace.v1.TraceService", _traces);
        Map("metrics", "metrics.v1.MetricsService", _metrics);
        Map("logs", "logs.v1.LogsService", _logs);
    }

    public string HttpAddress => _app.Urls.First();

    public string GrpcAddress => _app.Urls.Last();

    /// <summary>Every span that came, with the attributes of who sent it.</summary>
    public IEnumerable<(Dictionary<string, string> Sender, ProtoMessage Span)> Spans => Records(_traces);

    /// <summary>Every log record that came.</summary>
    public IEnumerable<(Dictionary<string, string> Sender, ProtoMessage Record)> Logs => Records(_logs);

    /// <summary>Every metric that came.</summary>
    public IEnumerable<(Dictionary<string, string> Sender, ProtoMessage Metric)> Metrics => Records(_metrics);

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until what came has this.</summary>
    public static async Task<T> Until<T>(Func<T?> find, CancellationToken cancellationToken) where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        for (var found = find(); ; found = find())
        {
            if (found is not null) return found;
            await Task.Delay(20, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Each signal has the same frame: by sender (1), its resource (1) and scopes (2), in each the records (2).
    static IEnumerable<(Dictionary<string, string>, ProtoMessage)> Records(ConcurrentQueue<ProtoMessage> exports) =>
        from export in exports
        from sent in export.All(1)
        from scope in sent.All(2)
        from record in scope.All(2)
        select (sent.One(1).Attributes(1), record);

    void Map(string path, string service, ConcurrentQueue<ProtoMessage> exports)
    {
        _app.MapPost($"/v1/{path}", async context =>
        {
            exports.Enqueue(new(await BodyAsync(context)));
            context.Response.ContentType = "application/x-protobuf";
        });
        _app.MapPost($"/opentelemetry.proto.collector.{service}/Export", async context =>
        {
            exports.Enqueue(new(Unframed(await BodyAsync(context))));
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[Prefix]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
    }

    static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    static ReadOnlyMemory<byte> Unframed(ReadOnlyMemory<byte> body) => body.Slice(Prefix, BinaryPrimitives.ReadInt32BigEndian(body.Span[1..]));
}
