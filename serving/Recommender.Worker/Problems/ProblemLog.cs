using Microsoft.Extensions.Logging;

namespace Recommender.Worker.Problems;

static partial class ProblemLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed unexpectedly; its answer carries the id {Id}")]
    public static partial void Unexpected(ILogger logger, Exception exception, string id, string method, string path);
}
