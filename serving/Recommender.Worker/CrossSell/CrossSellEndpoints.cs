using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.CrossSell;

/// <summary>The endpoints about what is bought together.</summary>
static class CrossSellEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        CrossSellMatrixEndpoint.Endpoint,
        new("GET", $"{ApiRoutes.Root}/cross-sell/opportunities", _ => throw InsightsToCome.NotReady("opportunities"))
        {
            Name = "cross-sell-opportunities",
            Group = "Cross-sell",
            Summary = "Where cross-selling would pay",
            Text = "Answers 503 INSIGHT_NOT_READY until the insight is computed.",
            Scope = Scope.Insights,
            Answered = Schema.Reference("Answer"),
            Refusals = [ApiCodes.InsightNotReady],
        },
    ];
}
