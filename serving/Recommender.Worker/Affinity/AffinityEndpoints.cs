using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.Affinity;

/// <summary>The endpoints about how close products and customers are to products.</summary>
static class AffinityEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        ProductAffinity.Endpoint,
        new("GET", $"{ApiRoutes.Root}/affinity/customers/{{id}}", _ => throw InsightsToCome.NotReady("affinity"))
        {
            Name = "customer-affinity",
            Group = "Affinity",
            Summary = "How close a customer is to products and categories",
            Text = "Answers 503 INSIGHT_NOT_READY until the insight is computed.",
            Scope = Scope.Insights,
            Parameters = [Parameter.Path("id", "The customer.", "K1000001")],
            Answered = Schema.Reference("Answer"),
            Refusals = [ApiCodes.InsightNotReady],
        },
    ];
}
