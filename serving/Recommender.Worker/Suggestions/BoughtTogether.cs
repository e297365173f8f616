using Recommender.Core.Models;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Suggestions;

/// <summary>POST recommendations/frequently-bought-together: what goes with a whole cart.</summary>
static class BoughtTogether
{
    static readonly BodyShape<ScoredRequest> Shape = new(
    [
        ScoredRequest.ItemsField("What is in the cart; the whole of it counts, not its last item."),
        ScoredRequest.CustomerField("The customer whose cart it is."),
        .. ScoredRequest.Usual,
    ]) { Required = ["items"] };

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/recommendations/frequently-bought-together", Answer)
    {
        Name = "frequently-bought-together",
        Group = "Recommendations",
        Summary = "What goes with a cart",
        Text = "What is bought together with the cart's items, then what is popular in categories that go with them, then what is popular. Variants of what is in the cart do not come.",
        Body = Shape.Schema(),
        Example = """{"items":["B10078"],"n":5,"explain":true}""",
        Answered = Schema.Reference("Answer"),
        Refusals = [ProblemCode.NoModel],
    };

    static async Task Answer(ApiCall call)
    {
        var request = new ScoredRequest();
        var keys = await RequestBody.ReadAsync(call.Context, Shape, request);
        if (request.Items is not { Count: > 0 }) throw ScoredRequest.Missing("items", "cart");

        var question = request.Ask(Repeats.LeftOut);
        ItemAnswer.Send(call, call.Shop.Storefront.BoughtTogether(question), keys, question);
    }
}
