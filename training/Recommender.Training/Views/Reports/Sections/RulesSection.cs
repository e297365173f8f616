using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>What is bought together.</summary>
static class RulesSection
{
    const int Most = 20;

    public static Html Of(IReadOnlyList<ReportRule> rules) => rules.Count == 0
        ? Html.Empty
        : Section.Of(
            "Bought together",
            "Who buys what stands on the left often buys what stands on the right in the same basket.",
            Table.Of("The strongest rules", ["who buys", "also buys", "#baskets with both", "#of those who buy the first", "#times chance"], rules.Take(Most).Select(Row)));

    static Html[] Row(ReportRule rule) =>
    [
        Names(rule.If), Names(rule.Then),
        Html.Of($"{rule.Strength.Baskets:N0}"), Html.Of($"{Figure.Share(rule.Strength.Confidence)}"), Html.Of($"{rule.Strength.Lift:0.0}"),
    ];

    static Html Names(IReadOnlyList<ReportItem> items) => new(string.Join(" + ", items.Select(item => item.Html.Text)));
}
