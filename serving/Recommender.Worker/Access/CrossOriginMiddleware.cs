using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Access;

/// <summary>
/// Lets web pages of other origins ask, if a publishable key was made for theirs (CORS). Whether the key that comes along is that one is the
/// <see cref="Gatekeeper"/>'s to tell: a browser asks first, without it.
/// </summary>
sealed class CrossOriginMiddleware(RequestDelegate next, AccessRegister register)
{
    const string TwoHours = "7200";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Origin is not [{ } origin]) return next(context);

        var isKnown = register.IsKnownOrigin(origin);
        if (isKnown) Allow(context.Response.Headers, origin);
        if (!IsPreflight(context.Request)) return next(context);
        if (!isKnown) return ProblemAnswer.WriteAsync(context, new(ProblemCode.OriginNotAllowed) { Parameter = "Origin", Location = "header" });

        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, Accept-Language";
        headers.AccessControlMaxAge = TwoHours;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    static void Allow(IHeaderDictionary headers, string origin)
    {
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }

    static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;
}
