using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>Two models side by side, with the difference, its interval and what that is evidence of.</summary>
static class ComparisonView
{
    static readonly string[] Headline = ["ndcg", "recall", "hit", "rmse", "mae"];

    public static void Show(Screen screen, IReadOnlyList<Difference> differences, string first, string second)
    {
        var table = Screen.Table("view", "metric", $"#{first}", $"#{second}", "#difference", "95 % interval", $"{second} is");
        foreach (var difference in differences.Where(difference => Headline.Contains(difference.Metric.Split('@')[0])))
        {
            table.AddRow(
                Markup.Escape(difference.View), difference.Metric, Number(difference.First), Number(difference.Second),
                difference.Value.ToString("+0.0000;-0.0000", CultureInfo.InvariantCulture), $"[grey]{Number(difference.Low)} to {Number(difference.High)}[/]", Coloured(difference.Verdict));
        }
        screen.Results.WriteLine();
        screen.Results.Write(table);
    }

    /// <summary>A verdict in the words of the people who read it.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        _ => "no evidence",
    };

    static string Coloured(Verdict verdict) => verdict switch
    {
        Verdict.Better => $"[green]{Word(verdict)}[/]",
        Verdict.Worse => $"[red]{Word(verdict)}[/]",
        _ => $"[grey]{Word(verdict)}[/]",
    };

    static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
