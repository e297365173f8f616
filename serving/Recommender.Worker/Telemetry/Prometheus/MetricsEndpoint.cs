using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Recommender.Worker.Problems;
using Recommender.Worker.Telemetry.Views;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary><c>GET /metrics</c></summary>
static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/metrics", [HttpMethods.Get, HttpMethods.Head], Answer);

    static Task Answer(HttpContext context, MeterCollector collector, Viewers viewers)
    {
        var view = viewers.Of(context);
        if (view.Refusal is { } refusal) return ProblemAnswer.WriteAsync(context, refusal);

        var isOpenMetrics = AsksForOpenMetrics(context.Request);
        var text = new ArrayBufferWriter<byte>(1 << 16);
        new PrometheusText(text, isOpenMetrics).Write(collector.Look(), view.OnlyTenant);
        return WriteAsync(context, text.WrittenMemory, isOpenMetrics ? PrometheusText.OpenMetricsType : PrometheusText.ContentType);
    }

    static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> text, string type)
    {
        var response = context.Response;
        (response.ContentType, response.ContentLength, response.Headers.CacheControl) = (type, text.Length, "no-store");
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(text, context.RequestAborted);
    }

    // Only who names it first wants it: Prometheus weighs it above the text.
    static bool AsksForOpenMetrics(HttpRequest request)
    {
        var accepted = MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var list) ? list : [];
        return accepted.Where(type => type.Quality is not 0).MaxBy(type => type.Quality ?? 1)?.MediaType == "application/openmetrics-text";
    }
}
