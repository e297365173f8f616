using Microsoft.Extensions.Logging;

namespace Recommender.Engine.Pool;

static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "{Tenant}: version {Version} of {Model}@{Alias} is live after {Milliseconds:0.0} ms.")]
    public static partial void WentLive(ILogger log, string tenant, string model, string alias, int version, double milliseconds);

    [LoggerMessage(1002, LogLevel.Error, "{Tenant}: version {Wanted} of {Model}@{Alias} is refused, version {Live} goes on answering. {Problem}")]
    public static partial void Refused(ILogger log, string tenant, string model, string alias, int? wanted, int? live, string problem);

    [LoggerMessage(1003, LogLevel.Information, "{Tenant}: {Model}@{Alias} was not asked for and is let go.")]
    public static partial void LetGo(ILogger log, string tenant, string model, string alias);

    [LoggerMessage(1005, LogLevel.Warning, "{Tenant}: the trial on {Model} is stopped. {Sentence}")]
    public static partial void TrialStopped(ILogger log, string tenant, string model, string sentence);

    [LoggerMessage(1006, LogLevel.Warning, "{Tenant}: version {Version} of {Model} failed as a shadow.")]
    public static partial void ShadowFailed(ILogger log, Exception failure, string tenant, string model, int version);

    [LoggerMessage(1004, LogLevel.Error, "The store cannot be looked at.")]
    public static partial void LookFailed(ILogger log, Exception failure);
}
