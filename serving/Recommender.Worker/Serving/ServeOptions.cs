using System.Net;
using Recommender.Storage.Homes;
using Recommender.Worker.Telemetry;

namespace Recommender.Worker.Serving;

/// <summary>Where a worker listens and what it serves.</summary>
sealed record ServeOptions
{
    public const int UsualPort = 5080;

    /// <summary>The home whose models and data it serves.</summary>
    public required HomeFolder Home { get; init; }

    /// <summary>The address it listens at.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port of REST, the UI and metrics (HTTP/1.1); 0 takes a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The port of gRPC (HTTP/2 without TLS); 0 takes a free one, null leaves it out.</summary>
    public int? GrpcPort { get; init; } = UsualPort + 1;

    /// <summary>How long questions under way may take to end after SIGTERM.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether it logs JSON instead of text.</summary>
    public bool LogsJson { get; init; }

    /// <summary>What it tells of itself, and to whom.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>The words of a command line that mean the same.</summary>
    public IReadOnlyList<string> Words =>
    [
        "--port", $"{Port}", "--grpc-port", $"{GrpcPort ?? 0}", "--listen", $"{Address}", "--drain", $"{Drain.TotalSeconds:0}", .. LogsJson ? ["--log-json"] : Array.Empty<string>(), .. Telemetry.Words,
    ];

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
