using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Recommender.Engine.Answers;
using Recommender.Engine.Pool;
using Recommender.Tests.Engine.Answers;
using Recommender.Worker.Access;
using Recommender.Worker.Grpc;
using Recommender.Worker.Grpc.Calls;
using Recommender.Worker.Grpc.Health;
using Recommender.Worker.Grpc.Methods;
using Recommender.Worker.Grpc.V1;
using Recommender.Worker.Grpc.Wire;
using Recommender.Worker.Problems;
using Xunit;

namespace Recommender.Tests.Worker.Grpc;

/// <summary>A real server on a free port over a real model and matrix, with one token that may do everything, and methods to probe it with.</summary>
public sealed class GrpcHost : IAsyncLifetime
{
    internal const string Token = "Bearer good";
    internal const int LongestMessage = 100_000;

    readonly AnsweringShop _shop = new();
    WebApplication? _app;
    int _answers;

    internal HealthBoard Health { get; } = new();

    /// <summary>What every customer and item of the shop is.</summary>
    internal AnsweringShop Shop => _shop;

    /// <summary>The port of gRPC.</summary>
    internal int Port { get; private set; }

    /// <summary>A port that speaks HTTP/1.1 only.</summary>
    internal int OldPort { get; private set; }

    /// <summary>How many messages the method Endless has sent.</summary>
    internal int Sent => Volatile.Read(ref _sent);

    int _sent;

    /// <summary>How many calls of the methods that never end by themselves are running.</summary>
    internal int Running => Volatile.Read(ref _running);

    int _running;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _app = builder.Build();
        Health.Begin(RecommenderMethods.Service);
        var settings = new CallSettings { Limits = new() { LongestRequest = LongestMessage, LongestAnswer = LongestMessage } };
        _app.UseGrpc(new([.. RecommenderMethods.All(NextId), .. HealthMethods.All(Health), .. Probes()], Gate, settings, NullLogger<GrpcServer>.Instance));
        _app.Run(context => context.Response.WriteAsync("not gRPC"));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        (Port, OldPort) = (new Uri(_app.Urls.First()).Port, new Uri(_app.Urls.Last()).Port);
    }

    public async ValueTask DisposeAsync()
    {
        Health.End();
        if (_app is not null) await _app.DisposeAsync();
        _shop.Dispose();
    }

    string NextId() => $"answer-{Interlocked.Increment(ref _answers)}";

    Storefront Gate(IHeaderDictionary metadata, Scope scope) => (string?)metadata.Authorization switch
    {
        Token => _shop.Front,
        "Bearer score" => scope == Scope.Score ? _shop.Front : throw new ProblemException(new(ProblemCode.ScopeMissing) { Reason = ScopeNames.NameOf(scope) }),
        "Bearer busy" => throw new ProblemException(new(ProblemCode.RateLimited) { RetryAfter = TimeSpan.FromSeconds(3) }),
        "Bearer empty" => throw new NoModelException("No model is live. Promote a version, then try again."),
        _ => throw new ProblemException(new(ProblemCode.AuthFailed)),
    };

    // Methods of the messages of ScoreStream, for what the service itself never does.
    Method[] Probes() =>
    [
        new("/probe/Wait", null, call => RunningAsync(() => Task.Delay(-1, call.Cancelled))) { IsStream = true },
        new("/probe/Endless", null, call => RunningAsync(() => SendWithoutEndAsync(call))) { IsStream = true },
        new("/probe/Fail", null, _ => throw new InvalidOperationException("a secret of the inside")),
        new("/probe/FailLate", null, async call =>
        {
            await call.SendAsync(new ScoreResponse { Model = "first" });
            throw new CallException(StatusCode.NotFound, "50% found, €");
        }) { IsStream = true },
        new("/probe/Large", null, async call => call.Answer(new ScoreResponse { Model = new('x', (await call.OnlyAsync<ScoreRequest>()).ItemIds.Count * 10) })),
    ];

    async Task SendWithoutEndAsync(Call call)
    {
        for (IMessage message = new ScoreResponse { Model = new('x', 10_000) }; ; Interlocked.Increment(ref _sent)) await call.SendAsync(message);
    }

    async Task RunningAsync(Func<Task> work)
    {
        Interlocked.Increment(ref _running);
        try
        {
            await work();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
