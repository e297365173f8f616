using System.Globalization;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>An evaluation as tables: one a view, the best figure of each column in bold.</summary>
static class EvaluationView
{
    static readonly string[] Headline = ["ndcg", "recall", "coverage"];

    public static void Show(Screen screen, EvaluationResult result)
    {
        var console = screen.Results;
        console.MarkupLineInterpolated($"[bold]{result.Dataset}[/] {result.Snapshot[..Math.Min(12, result.Snapshot.Length)]}  split [green]{result.Split}[/]  seed {result.Split.Seed}");
        foreach (var view in new[] { Core.Evaluation.Views.New, Core.Evaluation.Views.All, Core.Evaluation.Views.Ratings }) ShowView(console, result, view);
        console.MarkupLine("[grey]± is half of the 95 % bootstrap interval over customers. Slices, all metrics and options: --json[/]");
    }

    static void ShowView(IAnsiConsole console, EvaluationResult result, string view)
    {
        var rows = result.Trainers.Where(trainer => trainer.Evaluation[view] is not null).Select(trainer => (Trainer: trainer, Metrics: trainer.Evaluation[view]!.Metrics)).ToArray();
        if (rows.Length == 0) return;

        var columns = Columns(rows[0].Metrics.Keys).ToArray();
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Title(view)}[/]  {result.Customers(view):N0} customers");
        var table = Screen.Table(["=trainer", .. columns.Select(column => $"#{column}"), "#seconds", "#MB"]);
        foreach (var (trainer, metrics) in rows)
        {
            table.AddRow([
                Markup.Escape(TrainerLabel.Of(trainer, result.Trainers)),
                .. columns.Select(column => Cell(metrics, column, isBest: rows.Length > 1 && IsBest(column, rows.Select(row => row.Metrics), metrics))),
                trainer.Seconds.ToString("N1", CultureInfo.InvariantCulture),
                trainer.PeakMegabytes.ToString("N0", CultureInfo.InvariantCulture)]);
        }
        console.Write(table);
    }

    static string Title(string view) => view switch
    {
        Core.Evaluation.Views.New => "New to the customer: what was bought before is left out",
        Core.Evaluation.Views.All => "All: repeats count",
        _ => "Ratings foretold",
    };

    static IEnumerable<string> Columns(IEnumerable<string> metrics) =>
        metrics.Where(name => name is "rmse" or "mae" || Headline.Contains(name.Split('@')[0]));

    static string Cell(IReadOnlyDictionary<string, Measurement> metrics, string column, bool isBest)
    {
        if (!metrics.TryGetValue(column, out var measured)) return "";

        var value = measured.Value.ToString("0.0000", CultureInfo.InvariantCulture);
        var half = measured is { Low: { } low, High: { } high } ? $" [grey]±{((high - low) / 2).ToString(".0000", CultureInfo.InvariantCulture)}[/]" : "";
        return (isBest ? $"[bold green]{value}[/]" : value) + half;
    }

    static bool IsBest(string column, IEnumerable<IReadOnlyDictionary<string, Measurement>> all, IReadOnlyDictionary<string, Measurement> metrics)
    {
        var values = all.Where(other => other.ContainsKey(column)).Select(other => other[column].Value).ToArray();
        return metrics.TryGetValue(column, out var mine) && mine.Value == (column is "rmse" or "mae" ? values.Min() : values.Max());
    }
}
