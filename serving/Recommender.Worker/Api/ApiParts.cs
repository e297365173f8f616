using Microsoft.AspNetCore.Http;

namespace Recommender.Worker.Api;

/// <summary>What the endpoints are given.</summary>
/// <param name="ShopOf">Whose shop a request is about, once access has let it in.</param>
/// <param name="Clock">The time.</param>
sealed record ApiParts(Func<HttpContext, AskedShop> ShopOf, TimeProvider Clock)
{
    /// <summary>Where answers get their ids.</summary>
    public RecommendationIds Ids { get; } = new(Clock);
}
