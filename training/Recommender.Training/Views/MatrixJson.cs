using System.Text.Json.Nodes;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>An answer of a cross-sell matrix as the document that scripts read.</summary>
static class MatrixJson
{
    public static JsonObject Of(MatrixAnswer answer)
    {
        var (counted, matrix) = (answer.Counted, answer.Counted.Matrix);
        var json = new JsonObject
        {
            ["baskets"] = matrix.Baskets,
            ["items"] = matrix.ItemCount,
            ["min_count"] = matrix.MinCount,
            ["entries"] = matrix.Entries,
            ["cut_anchors"] = Enumerable.Range(0, matrix.ItemCount).Count(matrix.IsCut),
            ["seconds"] = counted.Manifest.Seconds,
            ["pairs"] = answer.Pairs.Count,
        };
        if (answer.Anchor is { } anchor)
        {
            json["anchor"] = counted.Items[anchor];
            json["anchor_count"] = matrix.CountOf(anchor);
            json["anchor_cut"] = matrix.IsCut(anchor);
            json["substitutes"] = new JsonArray([.. answer.Substitutes.Select(substitute => (JsonNode)Of(substitute, counted))]);
        }
        if (answer.Cart.Length > 0)
        {
            json["cart"] = new JsonArray([.. answer.Cart.Select(item => JsonValue.Create(counted.Items[item]))]);
            json["suggestions"] = new JsonArray([.. answer.Suggestions.Select(suggestion => (JsonNode)Of(suggestion, counted))]);
        }
        json["rows"] = new JsonArray([.. answer.Pairs.Take(answer.Limit).Select(pair => (JsonNode)Of(pair.Anchor, pair.Match, counted))]);
        return json;
    }

    static JsonObject Of(int anchor, CrossSellMatch match, CountedMatrix counted) => new()
    {
        ["anchor"] = counted.Items[anchor],
        ["item"] = counted.Items[match.Item],
        ["count"] = match.Count,
        ["affinity"] = match.Affinity,
        ["support"] = match.Support,
        ["confidence"] = match.Confidence,
        ["reverse_confidence"] = match.ReverseConfidence,
        ["lift"] = match.Lift,
    };

    static JsonObject Of(Substitute substitute, CountedMatrix counted) => new()
    {
        ["item"] = counted.Items[substitute.Item],
        ["count"] = substitute.Count,
        ["expected"] = substitute.Expected,
        ["lift"] = substitute.Lift,
        ["clearness"] = substitute.Clearness,
    };

    static JsonObject Of(CartSuggestion suggestion, CountedMatrix counted) => new()
    {
        ["item"] = counted.Items[suggestion.Item],
        ["score"] = suggestion.Score,
        ["strategy"] = suggestion.Strategy.ToString().ToLowerInvariant(),
        ["evidence"] = new JsonArray([.. suggestion.Evidence.Select(evidence => (JsonNode)new JsonObject
        {
            ["anchor"] = counted.Items[evidence.Anchor],
            ["count"] = evidence.Count,
            ["confidence"] = evidence.Confidence,
            ["lift"] = evidence.Lift,
            ["share"] = evidence.Share,
        })]),
    };
}
