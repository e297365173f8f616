using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Recommender.Tests.Engine.Pool;

/// <summary>The lines that were logged.</summary>
public sealed class RememberedLog : ILogger
{
    readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    /// <summary>What was reported as an error.</summary>
    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception) + exception));
}
