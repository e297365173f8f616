using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recommender.Worker.Access;
using Recommender.Worker.Api;

namespace Recommender.Worker.Reference;

/// <summary>What is read about the endpoints: the OpenAPI document, a page that shows it, the storefront's script and a page that tries it. None asks anything of another machine.</summary>
static class ReferenceRoutes
{
    // The page has no script or style but those that stand beside it.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The OpenAPI document as it is sent, and as it is kept in docs/openapi.json.</summary>
    public static string OpenApi { get; } = OpenApiDocument.Build(ApiRoutes.Endpoints).ToJsonString(Indented) + "\n";

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/openapi/v1.json", "application/json; charset=utf-8", Encoding.UTF8.GetBytes(OpenApi));
        Map(routes, "/docs", "text/html; charset=utf-8", File("Reference.docs.html"));
        Map(routes, "/docs/docs.css", "text/css; charset=utf-8", File("Reference.docs.css"));
        Map(routes, "/docs/docs.js", "text/javascript; charset=utf-8", File("Reference.docs.js"));
        Map(routes, "/widget/recommender.js", "text/javascript; charset=utf-8", File("Widget.recommender.js"));
        Map(routes, "/widget/sample", "text/html; charset=utf-8", File("Widget.sample.html"));
        Map(routes, "/widget/sample.js", "text/javascript; charset=utf-8", File("Widget.sample.js"));
        Map(routes, "/widget/sample.css", "text/css; charset=utf-8", File("Widget.sample.css"));
    }

    static void Map(IEndpointRouteBuilder routes, string path, string type, byte[] content)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => SendAsync(context, type, content, tag)).AllowAnyone();
    }

    static async Task SendAsync(HttpContext context, string type, byte[] content, string tag)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=300";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";   // other origins may include the script
        if (EntityTags.IsKnown(context, tag)) return;

        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    static byte[] File(string name)
    {
        using var stream = typeof(ReferenceRoutes).Assembly.GetManifestResourceStream($"Recommender.Worker.{name}") ?? throw new InvalidOperationException($"'{name}' is not embedded in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
