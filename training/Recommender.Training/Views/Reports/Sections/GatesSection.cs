using System.Text.Json.Nodes;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>What the version must show before customers see it.</summary>
static class GatesSection
{
    static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["minimum"] = "Figures that it must reach",
        ["beats_popularity"] = "Must be better than popularity, with evidence",
        ["not_worse_than"] = "Must not be worse than what is live as",
        ["min_coverage"] = "Least share of the catalogue in somebody's list",
        ["max_megabytes"] = "Most megabytes of all its files",
        ["load_check"] = "Must open, be intact and answer",
        ["metric"] = "Deciding metric",
        ["view"] = "Deciding view",
    };

    public static Html Of(JsonObject? gates)
    {
        var set = (gates ?? []).Where(gate => gate.Value is not null).ToArray();
        return set.Length == 0 ? Html.Empty : Section.Of(
            "Before it goes live",
            "The version goes live only when it passes these; what they said of it, and who decided otherwise, stands in the history of the model.",
            Table.OfFacts("Gates as they are set", set.Select(gate => (Known.GetValueOrDefault(gate.Key, gate.Key.Replace('_', ' ')), Value(gate.Value!)))));
    }

    static string Value(JsonNode value) => value switch
    {
        JsonObject { Count: 0 } => "none",
        JsonObject all => string.Join(", ", all.Select(part => $"{part.Key} {part.Value}")),
        _ => value.ToString() switch { "true" => "yes", "false" => "no", var text => text },
    };
}
