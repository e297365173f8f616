using System.Text.Json.Nodes;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>What truth.json says of the beauty shop alone.</summary>
static class BeautyTruth
{
    public static JsonObject Describe(ShopCounts counts, BeautyPairs pairs) => new()
    {
        ["segments"] = new JsonArray([.. BeautySegments.All.Select((segment, i) => new JsonObject
        {
            ["name"] = segment.Name,
            ["share"] = segment.Share,
            ["customers"] = counts.Planted[i],
            ["what"] = segment.What,
        })]),
        ["pairs"] = new JsonArray([.. BeautyPairs.Kinds.Select(kind => new JsonObject
        {
            ["strength"] = kind.Strength,
            ["families"] = $"{kind.FamilyA} + {kind.FamilyB}",
            ["pairs"] = BeautyPairs.PairsPerStrength,
            ["share_of_baskets_with_each_item"] = BeautyPairs.Share,
            ["expected_lift"] = pairs.LiftOf(pairs.All.First(pair => pair.Strength == kind.Strength)),
            ["expected_confidence"] = pairs.LiftOf(pairs.All.First(pair => pair.Strength == kind.Strength)) * BeautyPairs.Share,
        })]),
    };
}
