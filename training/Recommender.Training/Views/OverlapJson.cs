using System.Text.Json.Nodes;

namespace Recommender.Training.Views;

/// <summary>What two models' lists have in common as the document that scripts read.</summary>
static class OverlapJson
{
    public static JsonObject Of(ComparedLists lists)
    {
        var overlap = lists.Overlap;
        return new()
        {
            ["lists_of"] = lists.OriginWord,
            ["note"] = lists.Note,
            ["length"] = overlap.Length,
            ["customers"] = overlap.Common,
            ["asked"] = overlap.Asked,
            ["share"] = overlap.Share.Value,
            ["low"] = overlap.Share.Low,
            ["high"] = overlap.Share.High,
        };
    }

    /// <summary>Those whose lists changed most.</summary>
    public static JsonArray Changed(ComparedLists lists) => new([.. lists.Overlap.Changed.Select(change => (JsonNode)new JsonObject
    {
        ["customer"] = lists.Names.Customer(change.Customer),
        ["share"] = change.Share,
        ["a"] = Items(change.First, lists),
        ["b"] = Items(change.Second, lists),
    })]);

    static JsonArray Items(IReadOnlyList<string> items, ComparedLists lists) =>
        new([.. items.Select(item => (JsonNode)new JsonObject { ["item"] = item, ["name"] = lists.Names.Item(item) })]);
}
