using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Recommender.Worker.Serving;

/// <summary>How a worker logs: a line each on standard error, as text or as JSON, and nothing where all goes well.</summary>
static class LogLines
{
    public static void SpeakToStandardError(this ILoggingBuilder logging, bool asJson)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        if (asJson)
        {
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(text =>
            {
                text.SingleLine = true;
                text.UseUtcTimestamp = true;
                text.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            });
        }
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
