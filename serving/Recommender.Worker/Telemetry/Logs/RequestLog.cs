using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Recommender.Worker.Access;
using Recommender.Worker.Telemetry.Requests;

namespace Recommender.Worker.Telemetry.Logs;

/// <summary>A line for each request, where it is wanted. It names the route and never the path, for that may name a customer.</summary>
sealed class RequestLog(ILogger<RequestLog> log, TelemetryOptions options, TimeProvider clock)
{
    public void Write(HttpContext context, long started)
    {
        if (!options.LogRequests) return;

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var tenant = context.Features.Get<Principal>()?.Tenant ?? "-";
        TelemetryLog.Served(log, tenant, Words.MethodOf(context.Request), route, context.Response.StatusCode, clock.GetElapsedTime(started).TotalMilliseconds);
    }
}
