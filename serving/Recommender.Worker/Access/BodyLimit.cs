using Microsoft.AspNetCore.Http.Metadata;

namespace Recommender.Worker.Access;

/// <summary>The largest body that an endpoint takes.</summary>
sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>For bodies of a few fields, which are nearly all.</summary>
    public const long Usual = 1 << 20;

    /// <summary>For baskets that come with the question, and feeds of items.</summary>
    public const long Baskets = 16 << 20;
}
