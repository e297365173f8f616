using System.Globalization;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Pipelines;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A run for the person at the terminal: its steps, who competed, what the gates said, and what to do next.</summary>
static class RunView
{
    public static void Show(Screen screen, RunSetting setting, RunResult run, string where)
    {
        Steps(screen, run);
        Candidates(screen, setting, run);
        Gates(screen, run);
        var console = screen.Results;
        var (model, version, alias) = (run.Version.Manifest.Model, run.Version.Manifest.Version, setting.Pipeline.Alias);
        if (run.Verdict.IsPromoted) console.MarkupLineInterpolated($"[green]{model} version {version}[/] is {(run.Verdict.IsNew ? "now" : "already")} [bold]{alias}[/].");
        else console.MarkupLineInterpolated($"[red]{model} version {version}[/] was published and is not {alias}: {run.Verdict.Refusal}.");
        if (run.Matrix is { } matrix) console.MarkupLineInterpolated($"The cross-sell matrix is {matrix.Manifest.Model} version {matrix.Manifest.Version}.");
        if (run.Pruned.Count > 0) console.MarkupLineInterpolated($"Removed {run.Pruned.Count} older versions; {setting.Pipeline.Keep} are kept.");
        console.MarkupLineInterpolated($"Next: recommender models show {model}@{version}{where}");
    }

    static void Steps(Screen screen, RunResult run)
    {
        var table = Screen.Table("=step", "#seconds", "");
        foreach (var step in run.Steps)
            table.AddRow(Markup.Escape(step.Step), step.IsCached ? "" : step.Seconds.ToString("N1", CultureInfo.InvariantCulture), step.IsCached ? "[grey]done before[/]" : "");
        screen.Results.Write(table);
        screen.Results.WriteLine();
    }

    static void Candidates(Screen screen, RunSetting setting, RunResult run)
    {
        var (view, metric) = (setting.Pipeline.DecisiveView, setting.Pipeline.Decisive);
        var table = Screen.Table("=trainer", "options", $"#{metric}", "#low", "#high", "#seconds");
        foreach (var candidate in run.Candidates)
        {
            Measurement? measured = candidate.Result.Evaluation[view]?.Metrics.TryGetValue(metric, out var found) == true ? found : null;
            var name = Markup.Escape(candidate.Trainer.Name);
            table.AddRow(candidate == run.Chosen ? $"[green]{name}[/]" : name, $"[grey]{Markup.Escape(Words(candidate))}[/]", Number(measured?.Value), Number(measured?.Low), Number(measured?.High), candidate.Result.Seconds.ToString("N1", CultureInfo.InvariantCulture));
        }
        screen.Results.MarkupLineInterpolated($"What competed, by {metric} in the view '{view}' on the test part:");
        screen.Results.Write(table);
        screen.Results.WriteLine();
    }

    static void Gates(Screen screen, RunResult run)
    {
        if (run.Verdict.Verdicts.Count == 0) return;

        var table = Screen.Table("=gate", "=", "what it saw");
        foreach (var verdict in run.Verdict.Verdicts) table.AddRow(Markup.Escape(verdict.Name), verdict.Passed ? "[green]passed[/]" : "[red]refused[/]", Markup.Escape(verdict.Sentence));
        screen.Results.Write(table);
        screen.Results.WriteLine();
    }

    // Options that are not at their defaults.
    static string Words(Candidate candidate)
    {
        var usual = Trainers.OptionsText.Json(Activator.CreateInstance(candidate.Trainer.Options.GetType())!);
        return string.Join(", ", Trainers.OptionsText.Json(candidate.Trainer.Options).Where(option => option.Value?.ToJsonString() != usual[option.Key]?.ToJsonString()).Select(option => $"{option.Key}={option.Value}"));
    }

    static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";
}
