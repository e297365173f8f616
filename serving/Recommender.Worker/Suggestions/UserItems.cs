using System.Text.Json.Nodes;
using Recommender.Core.Models;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>POST recommendations/user-items: what a customer, several customers or a visitor with a history will probably want.</summary>
static class UserItems
{
    static readonly BodyShape<ScoredRequest> Shape = new(
    [
        ScoredRequest.CustomerField("The customer. One who is not known yet is served by `items`, then by what is popular."),
        ScoredRequest.CustomersField,
        ScoredRequest.ItemsField("The newest things bought, seen or put into the cart, the oldest first; they count at once."),
        .. ScoredRequest.Usual,
        ScoredRequest.BoughtField,
    ]);

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/recommendations/user-items", Answer)
    {
        Name = "user-items",
        Group = "Recommendations",
        Summary = "What a customer will probably want",
        Text = "Personal recommendations for a customer, for several at once, or for a visitor without a name by what was just looked at. The list is as long as was asked for while there are items that may stand in it.",
        Body = Shape.Schema(),
        Example = """{"user_id":"K1000001","n":5,"explain":true}""",
        Answered = new JsonObject { ["oneOf"] = new JsonArray(Schema.Reference("Answer"), BatchSchema()) },
        Refusals = [Problems.ProblemCode.NoModel],
    };

    static async Task Answer(ApiCall call)
    {
        var request = new ScoredRequest();
        var keys = await RequestBody.ReadAsync(call.Context, Shape, request);
        var repeats = request.LeavesOutBought ? Repeats.LeftOut : Repeats.Allowed;
        if (request.Customers is not null) SendAll(call, request, repeats, keys);
        else if (request.Customer is null && request.Items is null) throw ScoredRequest.Missing("user_id", "who");
        else SendOne(call, request.Ask(repeats), keys);
    }

    static void SendOne(ApiCall call, Question question, KeyCase keys) => ItemAnswer.Send(call, call.Shop.Storefront.Recommend(question), keys, question);

    static void SendAll(ApiCall call, ScoredRequest request, Repeats repeats, KeyCase keys)
    {
        if (request.Customer is not null) throw ScoredRequest.Exclusive("user_ids", "user_id");
        if (request.Items is not null) throw ScoredRequest.Exclusive("user_ids", "items");

        var question = request.Ask(repeats);
        var answers = call.Shop.Storefront.RecommendEach(request.Customers!.ConvertAll(customer => question with { Customer = customer }));
        var buffer = AnswerBuffer.Take();
        buffer.Json.WriteStartObject();
        buffer.Json.WriteStartArray(Keys.Answers.In(keys));
        var style = ItemAnswer.StyleOf(call, keys, question);
        for (var at = 0; at < answers.Count; at++) Frame.Write(buffer.Json, answers[at], style with { Customer = request.Customers[at] });
        buffer.Json.WriteEndArray();
        buffer.Json.WriteEndObject();
        buffer.Send(call.Context);
    }

    static JsonObject BatchSchema() => Schema.Object("Where `user_ids` asked for several customers.", ("answers", Schema.List("One each, in the order asked.", new()
    {
        ["allOf"] = new JsonArray(Schema.Reference("Answer"), Schema.Object(null, ("user_id", Schema.Id()))),
    })));
}
