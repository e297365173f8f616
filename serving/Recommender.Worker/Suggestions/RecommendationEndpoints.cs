using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>The endpoints that answer with items for a person, an item or a cart.</summary>
static class RecommendationEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        UserItems.Endpoint,
        SimilarItems.Endpoint,
        BoughtTogether.Endpoint,
        NextBasket.Endpoint,
        .. InsightsToCome.All,
    ];
}
