using System.Globalization;
using Recommender.Core.Baskets.Rules;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>Rules as a table, the best first.</summary>
static class RuleView
{
    // A screen's worth; the rest is in files.
    const int Shown = 25;

    public static void Show(Screen screen, FoundRules found, IReadOnlyList<RuleMeasure> measures, IReadOnlyList<string?> written)
    {
        var (console, result) = (screen.Results, found.Result);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{result.Rules:N0}[/] rules from {result.Itemsets:N0} itemsets in {result.MinCount:N0} or more of {result.Baskets:N0} baskets, confidence {found.Options.MinConfidence:0.##} or more, {found.Seconds:0.00} s");
        if (result.Cut is not null) console.MarkupLineInterpolated($"[yellow]Cut: {result.Cut}[/]");
        if (result.Rows.Count == 0)
        {
            console.MarkupLine(result.Rules > 0 ? "None is shown: raise --limit."
                : result.Cut is not null ? "No rule was found before the cut. Raise --min-support or --min-count, or shorten rules with --max-length."
                : "No rule passes. Lower --min-support, --min-count or --min-confidence, or loosen --where.");
            return;
        }

        var table = Screen.Table(["who buys", "also buys", .. measures.Select(measure => $"#{measure.Name}")]);
        foreach (var rule in result.Rows.Take(Shown))
            table.AddRow([Markup.Escape(found.Names.Joined(rule.Antecedent)), Markup.Escape(found.Names.Joined(rule.Consequent)), .. measures.Select(measure => Cell(measure.Name, measure.Of(rule.Figures)))]);
        console.Write(table);
        if (result.Rules > Shown) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{result.Rules - Math.Min(Shown, result.Rows.Count):N0} more rules; --out writes up to --limit of them[/]");
        screen.Written([.. written]);
    }

    static string Cell(string measure, double value) => !double.IsFinite(value) ? "[grey]-[/]"
        : measure.EndsWith("count", StringComparison.Ordinal) ? value.ToString("#,0.##", CultureInfo.InvariantCulture)
        : measure is "p" or "q" ? value.ToString(value is > 0 and < 0.001 ? "0e+0" : value == 0 ? "0" : "0.000", CultureInfo.InvariantCulture)
        : measure.Contains("support", StringComparison.Ordinal) ? value.ToString("0.#### %", CultureInfo.InvariantCulture)
        : measure.Contains("confidence", StringComparison.Ordinal) ? value.ToString("0.0 %", CultureInfo.InvariantCulture)
        : value.ToString("#,0.00", CultureInfo.InvariantCulture);
}
