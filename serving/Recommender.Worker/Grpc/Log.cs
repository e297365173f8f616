using Microsoft.Extensions.Logging;

namespace Recommender.Worker.Grpc;

static partial class Log
{
    [LoggerMessage(EventId = 1301, Level = LogLevel.Error, Message = "The call {Method} failed")]
    public static partial void CallFailed(this ILogger log, Exception failure, string method);
}
