using System.Text.Json.Nodes;
using Recommender.Core.Baskets.Rules;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>Rules as the document that scripts read; a measure that has no number is null.</summary>
static class RuleJson
{
    public static JsonObject Of(FoundRules found, IReadOnlyList<RuleMeasure> measures) => new()
    {
        ["baskets"] = found.Result.Baskets,
        ["items"] = found.Result.Items,
        ["min_count"] = found.Result.MinCount,
        ["itemsets"] = found.Result.Itemsets,
        ["rules"] = found.Result.Rules,
        ["cut"] = found.Result.Cut is not null,
        ["cut_by"] = found.Result.Cut,
        ["seconds"] = found.Seconds,
        ["rows"] = new JsonArray([.. found.Result.Rows.Select(rule => (JsonNode)Of(rule, found, measures))]),
    };

    static JsonObject Of(Rule rule, FoundRules found, IReadOnlyList<RuleMeasure> measures)
    {
        var row = new JsonObject { ["antecedent"] = Items(rule.Antecedent, found), ["consequent"] = Items(rule.Consequent, found) };
        foreach (var measure in measures)
        {
            var value = measure.Of(rule.Figures);
            row[measure.Name] = !double.IsFinite(value) ? null : measure.Name.EndsWith("count", StringComparison.Ordinal) && value == Math.Floor(value) ? (long)value : value;
        }
        return row;
    }

    static JsonArray Items(IReadOnlyList<int> items, FoundRules found) => [.. items.Select(item => JsonValue.Create(found.Data.Baskets.Items[item]))];
}
