using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Recommender.Worker.Telemetry.Logs;
using Xunit;

namespace Recommender.Tests.Worker.Telemetry.Logs;

public sealed class RequestLogTests
{
    readonly Lines _lines = new();

    [Fact]
    public void A_line_names_the_route_and_never_whom_it_was_about()
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = ("GET", "/customers/C-17", new("?token=secret"));
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/customers/{id}"), 0, null, null));

        Log(wanted: true).Write(context, 0);

        Assert.StartsWith("-: GET /customers/{id} 200 in ", Assert.Single(_lines.Said));
    }

    [Fact]
    public void Words_that_a_caller_made_up_are_not_repeated()
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("C-17", "/C-17");

        Log(wanted: true).Write(context, 0);

        Assert.StartsWith("-: _OTHER (none) 200 in ", Assert.Single(_lines.Said));
    }

    [Fact]
    public void Without_the_option_there_is_no_line()
    {
        Log(wanted: false).Write(new DefaultHttpContext(), 0);

        Assert.Empty(_lines.Said);
    }

    RequestLog Log(bool wanted) => new(_lines, new() { LogRequests = wanted }, TimeProvider.System);

    sealed class Lines : ILogger<RequestLog>
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception));
    }
}
