using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Recommender.Worker.Access;

/// <summary>What Kestrel takes in before anybody is asked who they are.</summary>
static class KestrelLimits
{
    const int LongestLine = 8 << 10;
    const int LongestHeaders = 32 << 10;

    // A client that stops in the middle of a request is let go of after this long.
    static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimit.Usual;
        kestrel.Limits.MaxRequestLineSize = LongestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
    }
}
