using System.Net;
using Microsoft.AspNetCore.Http;
using Recommender.Worker.Access;

namespace Recommender.Worker.Telemetry.Views;

/// <summary>
/// Tells what of the worker's figures a caller may see. They name every tenant, and whoever knows the sum and his own part knows the rest: so a
/// token of an administrator opens its own tenant's and nothing more.
/// </summary>
sealed class Viewers(TelemetryOptions options, Gatekeeper gatekeeper)
{
    static readonly string[] ByToken = ["Authorization", Gatekeeper.SecretHeader, Gatekeeper.ApiIdHeader];

    // What a proxy on the same machine passes on comes from elsewhere.
    static readonly string[] ByProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public View Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!Array.Exists(ByToken, headers.ContainsKey) && IsOpen(context)) return default;

        var admission = gatekeeper.Admit(headers, Scope.Admin);
        return new(admission.Principal?.Tenant, admission.Refusal);
    }

    bool IsOpen(HttpContext context) => options.Metrics == MetricsAccess.Anyone || (options.Metrics == MetricsAccess.Local && IsLocal(context));

    // The name that was asked for counts too: a page in a browser on this machine may reach the port by a name of its own.
    static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLocalName(context.Request.Host.Host)
        && !Array.Exists(ByProxy, context.Request.Headers.ContainsKey);

    static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
