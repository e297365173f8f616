using Microsoft.Extensions.Logging;
using Recommender.Storage.State;

namespace Recommender.Worker.State;

static partial class StateLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The state cannot be read; what was read before goes on: {Reason}")]
    public static partial void Away(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The state can be read again")]
    public static partial void Back(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Document} in the state cannot be used and was passed over")]
    public static partial void Unusable(ILogger logger, Exception exception, StateName document);
}
