using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Recommender.Worker.Problems;

/// <summary>
/// Gives every failure below it the one shape that failures have. What nobody expected is logged under an id, and the answer carries the
/// id and nothing else.
/// </summary>
sealed class ProblemMiddleware(RequestDelegate next, IEnumerable<ExceptionProblem> known, ILogger<ProblemMiddleware> logger)
{
    readonly ExceptionProblem[] _known = [.. known, ProblemOf.Exception];

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBare(context.Response)) await ProblemAnswer.WriteAsync(context, new(ProblemCode.OfStatus(context.Response.StatusCode)));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();   // nobody is there to answer
        }
        catch (Exception e) when (!context.Response.HasStarted)   // the boundary of a request
        {
            Forget(context.Response.Headers);
            await ProblemAnswer.WriteAsync(context, Known(e) ?? Unexpected(e, context));
        }
    }

    // What the endpoint said of the answer that it did not give; what the layers above said stays.
    static void Forget(IHeaderDictionary headers) =>
        headers.ETag = headers.LastModified = headers.ContentEncoding = headers.ContentDisposition = default(StringValues);

    // An answer with a body, or with a type of its own, is what its endpoint meant.
    static bool IsBare(HttpResponse response) =>
        response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null };

    Problem? Known(Exception exception)
    {
        foreach (var problemOf in _known)
        {
            if (problemOf(exception) is { } problem) return problem;
        }
        return null;
    }

    Problem Unexpected(Exception exception, HttpContext context)
    {
        ProblemLog.Unexpected(logger, exception, context.TraceIdentifier, context.Request.Method, context.Request.Path);
        return new(ProblemCode.Internal) { Id = context.TraceIdentifier };
    }
}
