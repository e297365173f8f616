using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Api;

/// <summary>Answers that change seldom are sent once: who has them already is told so.</summary>
static class EntityTags
{
    /// <summary>Whether the caller has this content already; 304 is then the whole answer.</summary>
    public static bool IsKnown(HttpContext context, ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return IsKnown(context, $"\"{Convert.ToHexStringLower(hash[..16])}\"");
    }

    /// <summary>The same where the tag is known.</summary>
    public static bool IsKnown(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (string.IsNullOrEmpty(context.Response.Headers.CacheControl)) context.Response.Headers.CacheControl = "private, no-cache";
        foreach (var known in context.Request.Headers.IfNoneMatch)
        {
            if (known is null || !Names(known, tag)) continue;

            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        return false;
    }

    static bool Names(string header, string tag) => header.Split(',', StringSplitOptions.TrimEntries)
        .Any(known => known == "*" || known == tag || (known.StartsWith("W/", StringComparison.Ordinal) && known[2..] == tag));
}
