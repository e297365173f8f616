using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Training.Tuning;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A search for people and for scripts.</summary>
static class TuneView
{
    const int Shown = 10;

    public static JsonObject Json(TuningResult result)
    {
        var json = new JsonObject
        {
            ["trainer"] = result.Plan.Trainer.ToString(),
            ["metric"] = result.Plan.Metric,
            ["view"] = result.Plan.View,
            ["best"] = result.Leaders[0].Spec.ToString(),
            ["verdict"] = TuningVerdict.Of(result),
            ["taken_over"] = result.TakenOver,
            ["leaders"] = new JsonArray([.. result.Leaders.Select(Json)]),
            ["test"] = EvaluationJson.Of(result.Test),
            ["comparison"] = ComparisonJson.Of(result.Differences),
        };
        if (result.Published is { } version) (json["model"], json["version"]) = (version.Manifest.Model, version.Manifest.Version);
        return json;
    }

    public static void Show(Screen screen, TuningResult result, string? page)
    {
        var (plan, leaders) = (result.Plan, result.Leaders);
        screen.Results.MarkupLineInterpolated($"[bold]{plan.Metric}[/] of the view '{plan.View}' on the validation part, {leaders.Count} sets of options tried to the end{TakenOver(result)}");
        var table = Screen.Table("options", $"#{plan.Metric}", "#low", "#high", "#seconds");
        foreach (var trial in leaders.Take(Shown))
        {
            table.AddRow(Markup.Escape(trial.Spec.ToString()), Number(trial.Score.Value), Number(trial.Score.Low), Number(trial.Score.High), trial.Seconds.ToString("N1", CultureInfo.InvariantCulture));
        }
        screen.Results.Write(table);
        screen.Results.WriteLine();
        screen.Results.MarkupLineInterpolated($"On the test part, the options given first, the best second:");
        EvaluationView.Show(screen, result.Test);
        ComparisonView.Show(screen, result.Differences, "given", "best");
        screen.Results.WriteLine();
        screen.Results.MarkupLineInterpolated($"[bold]{TuningVerdict.Of(result)}[/]");
        if (result.Published is { } version) screen.Results.MarkupLineInterpolated($"Version [bold]{version.Manifest.Version}[/] of [bold]{version.Manifest.Model}[/] learned from all data with the {(result.IsWorse ? "given" : "best")} options. Next: recommender models promote {version.Manifest.Model}@{version.Manifest.Version}");
        screen.Written(page);
    }

    static string TakenOver(TuningResult result) => result.TakenOver == 0 ? "" : $"; {result.TakenOver} trials were taken over from an earlier search";

    static JsonNode Json(TuningTrial trial) => new JsonObject
    {
        ["trainer"] = trial.Spec.ToString(),
        ["value"] = trial.Score.Value,
        ["low"] = trial.Score.Low,
        ["high"] = trial.Score.High,
        ["seconds"] = trial.Seconds,
    };

    static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";
}
