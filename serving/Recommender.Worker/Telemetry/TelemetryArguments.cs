using System.CommandLine;

namespace Recommender.Worker.Telemetry;

/// <summary>The options of <c>serve</c> that belong to telemetry.</summary>
static class TelemetryArguments
{
    static readonly Option<MetricsAccess> Metrics = new("--metrics") { Description = "Who sees /metrics without a token: local, anyone, or nobody (token).", HelpName = "local|token|anyone", DefaultValueFactory = _ => MetricsAccess.Local };

    static readonly Option<bool> LogRequests = new("--log-requests") { Description = "Log each request: method, endpoint, status and time; never whom it was about." };

    /// <summary>All of them.</summary>
    public static readonly Option[] All = [Metrics, LogRequests];

    public static TelemetryOptions Of(ParseResult parsed) => new()
    {
        Metrics = parsed.GetValue(Metrics),
        LogRequests = parsed.GetValue(LogRequests),
    };
}
