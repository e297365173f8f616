using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Logs;

namespace Recommender.Worker.Telemetry.Logs;

/// <summary>What is logged beside warnings and errors.</summary>
static class LogSetup
{
    public static void AddLevels(this ILoggingBuilder logging, TelemetryOptions options)
    {
        // Would make a span of every request, wanted or not.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A collector sorts by level itself.
        logging.AddFilter<OpenTelemetryLoggerProvider>("Recommender", LogLevel.Information);
        if (options.LogRequests) logging.AddFilter(typeof(RequestLog).FullName, LogLevel.Information);
        // Whoever does not read the lines holds up no request.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
    }
}
