using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recommender.Worker.Telemetry.Views;

namespace Recommender.Worker.Telemetry.Health;

/// <summary><c>GET /healthz</c>: the process lives; <c>GET /readyz</c>: questions should be sent here.</summary>
static class HealthEndpoints
{
    static readonly ReadOnlyMemory<byte> Alive = "ok\n"u8.ToArray();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], static (HttpContext context) => WriteAsync(context, Alive, "text/plain; charset=utf-8"));
        routes.MapMethods("/readyz", [HttpMethods.Get, HttpMethods.Head], Ready);
    }

    static Task Ready(HttpContext context, Readiness readiness, Viewers viewers)
    {
        var state = readiness.Now();
        context.Response.StatusCode = state.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return WriteAsync(context, ReadyJson.Of(state, viewers.Of(context)), "application/json; charset=utf-8");
    }

    static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string type)
    {
        var response = context.Response;
        (response.ContentType, response.ContentLength, response.Headers.CacheControl) = (type, body.Length, "no-store");
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
