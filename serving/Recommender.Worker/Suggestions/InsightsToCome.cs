using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Suggestions;

/// <summary>Endpoints whose model is trained elsewhere and not served here yet: a right question gets 503, a wrong one is refused as ever.</summary>
static class InsightsToCome
{
    static readonly BodyShape<ScoredRequest> Upsell = new(
    [
        ScoredRequest.ItemField,
        ScoredRequest.ItemsField("What is in the cart."),
        ScoredRequest.CustomerField("The customer."),
        .. ScoredRequest.Usual,
    ]);

    static readonly BodyShape<PropensityRequest> Propensity = PropensityRequest.Shape;

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("POST", $"{ApiRoutes.Root}/recommendations/upsell", AnswerUpsell)
        {
            Name = "upsell",
            Group = "Recommendations",
            Summary = "Dearer items instead of those named",
            Text = "Dearer substitutes of the same category. Answers 503 INSIGHT_NOT_READY until an upsell model is live.",
            Body = Upsell.Schema(),
            Example = """{"item_id":"B10078","n":5}""",
            Answered = Schema.Reference("Answer"),
            Refusals = [ApiCodes.InsightNotReady],
        },
        new("POST", $"{ApiRoutes.Root}/propensity/buy-product", AnswerPropensity)
        {
            Name = "buy-product",
            Group = "Propensity",
            Summary = "How probably a customer buys a product",
            Text = "The probability that the customer buys the product within the days named. Answers 503 INSIGHT_NOT_READY until a propensity model is live.",
            Body = Propensity.Schema(),
            Example = """{"user_id":"K1000001","item_id":"B10078","days":30}""",
            Answered = Schema.Reference("Answer"),
            Refusals = [ApiCodes.InsightNotReady],
        },
    ];

    /// <summary>The refusal of what is not computed yet.</summary>
    public static ProblemException NotReady(string insight) => new(new(ApiCodes.InsightNotReady) { Parameter = insight, RetryAfter = TimeSpan.FromHours(1) });

    static async Task AnswerUpsell(ApiCall call)
    {
        var request = new ScoredRequest();
        await RequestBody.ReadAsync(call.Context, Upsell, request);
        if (request.Item is null && request.Items is not { Count: > 0 }) throw ScoredRequest.Missing("item_id", "item");

        throw NotReady("upsell");
    }

    static async Task AnswerPropensity(ApiCall call)
    {
        var request = new PropensityRequest();
        await RequestBody.ReadAsync(call.Context, Propensity, request);
        if (request.Customer is null) throw ScoredRequest.Missing("user_id", "who");
        if (request.Item is null) throw ScoredRequest.Missing("item_id", "item");

        throw NotReady("propensity");
    }
}
