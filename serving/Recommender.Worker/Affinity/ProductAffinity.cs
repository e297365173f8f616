using System.Text.Json.Nodes;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;
using Recommender.Worker.CrossSell;
using Recommender.Worker.Problems;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.Affinity;

/// <summary>GET affinity/products/{id}: the products that go with one, from the stored matrix, page by page.</summary>
static class ProductAffinity
{
    public static Endpoint Endpoint { get; } = new("GET", $"{ApiRoutes.Root}/affinity/products/{{id}}", Answer)
    {
        Name = "product-affinity",
        Group = "Affinity",
        Summary = "Which products go with a product",
        Text = "Every kept partner of the product in the stored matrix, the closest first, without thresholds. Sends an ETag; ask again with If-None-Match.",
        Parameters = [Parameter.Path("id", "The product.", "B10078"), .. Page.Parameters],
        Answered = new() { ["allOf"] = new JsonArray(Schema.Reference("Pairs"), Schema.Object(null, ("next_cursor?", Schema.Text("Where the next page begins; absent on the last.")))) },
        Refusals = [ProblemCode.NotFound, ProblemCode.NoModel],
    };

    static Task Answer(ApiCall call)
    {
        var (product, page, keys) = (call.Path("id"), Page.Of(call), call.Keys);
        var answer = call.Shop.Storefront.CrossSell(new PairQuestion { Anchors = [product], Count = page.End + 1, Query = CrossSellQuery.Unfiltered });
        if (answer.Pairs.Count == 0 && call.Shop.Storefront.Shop.Assortment.Find(product) < 0) throw new ProblemException(new(ProblemCode.NotFound) { Parameter = "id", Location = "path", Message = "NOT_FOUND.product" });

        var buffer = AnswerBuffer.Take();
        Frame.Begin(buffer.Json, call.Api.Ids, keys);
        var name = buffer.Written.Length;   // the id is new in every answer and no part of what is compared
        Frame.Source(buffer.Json, answer.Model, answer.Version, keys);
        PairFrame.WriteItems(buffer.Json, page.Of(answer.Pairs), keys, reasons: null);
        if (page.NextOf(answer.Pairs.Count) is { } next) buffer.Json.WriteString(Keys.NextCursor.In(keys), next);
        buffer.Json.WriteEndObject();
        if (!EntityTags.IsKnown(call.Context, buffer.Written[name..])) buffer.Send(call.Context);
        return Task.CompletedTask;
    }
}
