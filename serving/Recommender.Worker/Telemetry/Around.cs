using Microsoft.AspNetCore.Http;
using Recommender.Worker.Access;
using Recommender.Worker.Problems;
using Recommender.Worker.Telemetry.Health;
using Recommender.Worker.Telemetry.Logs;
using Recommender.Worker.Telemetry.Requests;

namespace Recommender.Worker.Telemetry;

/// <summary>Sees every request come and go: counts it while it is under way, counts what was refused wherever that was, describes its span, and writes the request log.</summary>
sealed class Around(RequestDelegate next, RequestsUnderWay requests, RequestReports reports, RequestLog log)
{
    static readonly Measured Unnamed = new(ServedRequest.Rest, "(none)");

    public async Task InvokeAsync(HttpContext context)
    {
        var (crowd, started) = (requests.Enter(), reports.Begin());
        try
        {
            await next(context);
        }
        finally
        {
            crowd.Leave();
            if (context.Features.Get<Problem>() is { } problem) Refused(context, problem.Code, started);
            RequestSpan.Describe(context);
            log.Write(context, started);
        }
    }

    void Refused(HttpContext context, ProblemCode code, long started)
    {
        var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<Measured>() ?? Unnamed;
        reports.Refused(new(endpoint.Protocol, endpoint.Name, context.Features.Get<Principal>()?.Tenant, started), code.Name, code.Status);
    }
}
