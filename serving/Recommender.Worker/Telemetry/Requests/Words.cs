using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Telemetry.Requests;

/// <summary>Words of a request that are safe to repeat.</summary>
static class Words
{
    const string Other = "_OTHER";   // by OpenTelemetry's conventions

    /// <summary>The method; one that is not HTTP's own may be any word of the caller's.</summary>
    public static string MethodOf(HttpRequest request) =>
        request.Method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" ? request.Method : Other;
}
