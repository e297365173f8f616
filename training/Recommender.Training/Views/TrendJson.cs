using System.Text.Json.Nodes;
using Recommender.Core.Baskets.Trends;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Trends as the document that scripts read.</summary>
static class TrendJson
{
    public static JsonObject Of(FoundTrends found, int limit)
    {
        var json = new JsonObject
        {
            ["before"] = new JsonObject { ["from"] = $"{found.Periods.Begin:O}", ["to"] = $"{found.Periods.Middle:O}", ["baskets"] = found.Periods.Before.Count },
            ["after"] = new JsonObject { ["from"] = $"{found.Periods.Middle:O}", ["to"] = $"{found.Periods.End:O}", ["baskets"] = found.Periods.After.Count },
            ["tested"] = found.Report.Tested,
        };
        foreach (var (kind, pairs) in found.Kinds)
        {
            json[$"{kind}_pairs"] = pairs.Count;
            json[kind] = new JsonArray([.. pairs.Take(limit).Select(pair => (JsonNode)Of(pair, found))]);
        }
        return json;
    }

    static JsonObject Of(PairTrend pair, FoundTrends found) => new()
    {
        ["item"] = found.Data.Baskets.Items[pair.Item],
        ["other"] = found.Data.Baskets.Items[pair.Other],
        ["count"] = new JsonObject { ["before"] = pair.Count.Before, ["after"] = pair.Count.After },
        ["expected"] = new JsonObject { ["before"] = pair.Expected.Before, ["after"] = pair.Expected.After },
        ["change"] = pair.Change,
        ["low"] = pair.Low,
        ["high"] = pair.High,
        ["p"] = pair.P,
        ["q"] = pair.Q,
    };
}
