using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Problems;

/// <summary>Writes a problem as <c>application/problem+json</c> (RFC 9457), with the fields beside it that programs read.</summary>
static class ProblemAnswer
{
    public const string ContentType = "application/problem+json";

    // The body stands alone, never inside HTML: words may stay readable.
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var (response, catalogue) = (context.Response, Catalogue.Accepted(context.Request.Headers.AcceptLanguage));
        var body = Body(problem, catalogue);
        context.Features.Set(problem);   // for whoever counts refusals
        response.StatusCode = problem.Code.Status;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = catalogue.Language;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        if (problem.Code.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The document itself.</summary>
    public static byte[] Body(Problem problem, Catalogue catalogue)
    {
        var words = catalogue.Say(problem);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:recommender:problem:{problem.Code.Name}");
            json.WriteString("title", words.Title);
            json.WriteNumber("status", problem.Code.Status);
            json.WriteString("detail", words.Message);
            json.WriteString("error", words.Title);
            json.WriteString("message", words.Message);
            json.WriteString("code", problem.Code.Name);
            json.WriteStartObject("details");
            json.WriteString("parameter", problem.Parameter);
            json.WriteString("location", problem.Location);
            json.WriteEndObject();
            if (problem.Id is not null) json.WriteString("id", problem.Id);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
