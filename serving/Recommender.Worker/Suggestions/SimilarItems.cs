using Recommender.Core.Models;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Suggestions;

/// <summary>POST recommendations/similar-items: what is like an item.</summary>
static class SimilarItems
{
    static readonly BodyShape<ScoredRequest> Shape = new(
    [
        ScoredRequest.ItemField,
        ScoredRequest.ItemsField("The item whose like is wanted, as a list of one; `item_id` says the same."),
        ScoredRequest.CustomerField("The customer who looks at it."),
        .. ScoredRequest.Usual,
    ]);

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/recommendations/similar-items", Answer)
    {
        Name = "similar-items",
        Group = "Recommendations",
        Summary = "What is like an item",
        Text = "By the model, then what is popular in the item's category, then what is popular in the shop.",
        Body = Shape.Schema(),
        Example = """{"item_id":"B10078","n":5,"explain":true}""",
        Answered = Schema.Reference("Answer"),
        Refusals = [ProblemCode.NoModel],
    };

    static async Task Answer(ApiCall call)
    {
        var request = new ScoredRequest();
        var keys = await RequestBody.ReadAsync(call.Context, Shape, request);
        if (request.Item is null && request.Items is not { Count: > 0 }) throw ScoredRequest.Missing("item_id", "item");
        if (request.Item is not null && request.Items is not null) throw ScoredRequest.Exclusive("items", "item_id");
        if (request.Items is { Count: > 1 } items) throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = "items", Location = "body", Message = "INVALID_PARAMETER.too_many", Reason = $"{items.Count} (1)" });

        var question = request.Ask(Repeats.LeftOut);
        ItemAnswer.Send(call, call.Shop.Storefront.Similar(question), keys, question);
    }
}
