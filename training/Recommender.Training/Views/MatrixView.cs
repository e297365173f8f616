using System.Globalization;
using Recommender.Core.Baskets.CrossSell.Carts;
using Recommender.Training.Experiments;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>An answer of a cross-sell matrix as tables.</summary>
static class MatrixView
{
    public static void Show(Screen screen, MatrixAnswer answer, IReadOnlyList<string?> written)
    {
        var (console, matrix) = (screen.Results, answer.Counted.Matrix);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{answer.Counted.Name}[/]  {matrix.Baskets:N0} baskets, {matrix.ItemCount:N0} items, pairs in {matrix.MinCount:N0} or more baskets kept");
        if (answer.Cart.Length > 0) ShowCart(console, answer);
        else ShowPairs(console, answer);
        if (answer.Substitutes.Count > 0) ShowSubstitutes(console, answer);
        screen.Written([.. written]);
    }

    static void ShowPairs(IAnsiConsole console, MatrixAnswer answer)
    {
        if (answer.Anchor is { } anchor)
        {
            var cut = answer.Counted.Matrix.IsCut(anchor) ? $"; the best of {answer.Counted.Matrix.PairsOf(anchor).ToString("N0", CultureInfo.InvariantCulture)} partners" : "";
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Goes with [bold]{answer.Counted.Names[anchor]}[/], {answer.Counted.Matrix.CountOf(anchor):N0} baskets{cut}");
        }
        if (answer.Pairs.Count == 0)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"No pair passes support {answer.Query.MinSupport:0.####}, confidence {answer.Query.MinConfidence:0.###} and lift {answer.Query.MinLift:0.##}. Lower them, or ask with --no-filters.");
            return;
        }

        var table = Screen.Table("with", "bought", "#baskets", "#affinity", "#confidence", "#lift");
        foreach (var (from, match) in answer.Pairs.Take(answer.Limit))
        {
            table.AddRow(
                Markup.Escape(answer.Counted.Names[from]), Markup.Escape(answer.Counted.Names[match.Item]), Whole(match.Count), Number(match.Affinity, "0.000"), Number(match.Confidence, "0.0 %"), Number(match.Lift, "0.00"));
        }
        console.Write(table);
        if (answer.Pairs.Count > answer.Limit) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{answer.Pairs.Count - answer.Limit:N0} more pairs: --limit, or --out for all[/]");
    }

    static void ShowCart(IAnsiConsole console, MatrixAnswer answer)
    {
        console.MarkupLineInterpolated($"Goes with [bold]{answer.Counted.Names.Joined(answer.Cart)}[/]");
        var table = Screen.Table("item", "because of", "#score");
        foreach (var suggestion in answer.Suggestions) table.AddRow(Markup.Escape(answer.Counted.Names[suggestion.Item]), Markup.Escape(Reason(suggestion, answer.Counted)), Number(suggestion.Score, "0.000"));
        console.Write(table);
    }

    static string Reason(CartSuggestion suggestion, CountedMatrix counted) => suggestion.Strategy switch
    {
        CartStrategy.Together => string.Join(", ", suggestion.Evidence.Take(2).Select(evidence =>
            string.Create(CultureInfo.InvariantCulture, $"{counted.Names[evidence.Anchor]} ({evidence.Count:N0} baskets, lift {evidence.Lift:0.0})"))),
        CartStrategy.Category => "categories bought together",
        _ => "popular",
    };

    static void ShowSubstitutes(IAnsiConsole console, MatrixAnswer answer)
    {
        console.WriteLine();
        console.MarkupLine("Bought [bold]instead[/] of it: together less often than popularity would have it");
        var table = Screen.Table("item", "#baskets", "#expected", "#lift");
        foreach (var substitute in answer.Substitutes.Take(answer.Limit))
            table.AddRow(Markup.Escape(answer.Counted.Names[substitute.Item]), Whole(substitute.Count), Number(substitute.Expected, "N0"), Number(substitute.Lift, "0.00"));
        console.Write(table);
    }

    static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
