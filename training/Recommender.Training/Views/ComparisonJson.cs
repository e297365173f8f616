using System.Text.Json.Nodes;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Views;

/// <summary>A comparison as the document that scripts read: per view and metric both figures, the difference and the verdict.</summary>
static class ComparisonJson
{
    public static JsonObject Of(IReadOnlyList<Difference> differences)
    {
        var views = new JsonObject();
        foreach (var view in differences.GroupBy(difference => difference.View))
            views[view.Key] = new JsonObject(view.Select(difference => KeyValuePair.Create(difference.Metric, (JsonNode?)Of(difference))));
        return views;
    }

    static JsonObject Of(Difference difference) => new()
    {
        ["a"] = difference.First,
        ["b"] = difference.Second,
        ["difference"] = difference.Value,
        ["low"] = difference.Low,
        ["high"] = difference.High,
        ["verdict"] = ComparisonView.Word(difference.Verdict),
    };
}
