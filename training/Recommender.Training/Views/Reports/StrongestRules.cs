using System.Text.Json.Nodes;
using Recommender.Core.Datasets;

namespace Recommender.Training.Views.Reports;

/// <summary>The first rules of the document that <see cref="RuleJson"/> writes.</summary>
static class StrongestRules
{
    /// <summary>As many as <paramref name="count"/>, with the names of the items.</summary>
    public static IReadOnlyList<ReportRule> Of(JsonObject rules, Vocabulary items, Catalogue catalogue, int count = 20) =>
        [.. rules["rows"]!.AsArray().Take(count).Select(row => new ReportRule(
            Items(row!["antecedent"]!, items, catalogue),
            Items(row["consequent"]!, items, catalogue),
            new((long)(double)row["count"]!, (double)row["confidence"]!, (double?)row["lift"] ?? double.NaN)))];

    static ReportItem[] Items(JsonNode ids, Vocabulary items, Catalogue catalogue) =>
        [.. ids.AsArray().Select(id => (string)id!).Select(id => items.Find(id) is >= 0 and var item ? ReportItem.Of(item, items, catalogue) : new(id, Name: null))];
}
