using Recommender.Core.Models;
using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>POST recommendations/next-basket: what a customer's next basket will probably hold; what was bought before may come again.</summary>
static class NextBasket
{
    static readonly BodyShape<ScoredRequest> Shape = new(
    [
        ScoredRequest.CustomerField("The customer."),
        ScoredRequest.ItemsField("The newest things bought, the oldest first; they count at once."),
        .. ScoredRequest.Usual,
    ]);

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/recommendations/next-basket", Answer)
    {
        Name = "next-basket",
        Group = "Recommendations",
        Summary = "What the next basket will probably hold",
        Text = "Like user-items, but what the customer buys again and again may come again; such items carry the strategy `repeat`.",
        Body = Shape.Schema(),
        Example = """{"user_id":"K1000001","n":5}""",
        Answered = Schema.Reference("Answer"),
        Refusals = [Problems.ProblemCode.NoModel],
    };

    static async Task Answer(ApiCall call)
    {
        var request = new ScoredRequest();
        var keys = await RequestBody.ReadAsync(call.Context, Shape, request);
        if (request.Customer is null && request.Items is null) throw ScoredRequest.Missing("user_id", "who");

        var question = request.Ask(Repeats.Allowed);
        ItemAnswer.Send(call, call.Shop.Storefront.Recommend(question), keys, question);
    }
}
