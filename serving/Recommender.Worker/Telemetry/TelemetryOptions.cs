namespace Recommender.Worker.Telemetry;

/// <summary>What a worker tells of itself, and to whom. Where OTLP goes is said by the standard variables OTEL_*.</summary>
sealed record TelemetryOptions
{
    /// <summary>Who sees /metrics and the details of /readyz.</summary>
    public MetricsAccess Metrics { get; init; }

    /// <summary>Whether each request is a log line.</summary>
    public bool LogRequests { get; init; }

    /// <summary>The words of a command line that mean the same.</summary>
    public IReadOnlyList<string> Words => ["--metrics", $"{Metrics}", .. LogRequests ? ["--log-requests"] : Array.Empty<string>()];
}
