using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Access;

/// <summary>Tells browsers to take an answer as what it says it is and to do nothing with it; an endpoint with a page of its own says more.</summary>
sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return next(context);
    }
}
