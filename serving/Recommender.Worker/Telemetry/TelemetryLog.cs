using Microsoft.Extensions.Logging;

namespace Recommender.Worker.Telemetry;

static partial class TelemetryLog
{
    [LoggerMessage(3001, LogLevel.Warning, "An instrument could not tell its value at a look at the metrics; the others are written without it.")]
    public static partial void InstrumentFailed(ILogger log, Exception failure);

    [LoggerMessage(3002, LogLevel.Information, "{Tenant}: {Method} {Route} {Status} in {Milliseconds:0.000} ms")]
    public static partial void Served(ILogger log, string tenant, string method, string route, int status, double milliseconds);
}
