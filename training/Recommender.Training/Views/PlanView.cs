using System.Globalization;
using Recommender.Training.Pipelines;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A plan for the person at the terminal.</summary>
static class PlanView
{
    public static void Show(Screen screen, RunSetting setting, IReadOnlyList<PlannedStep> plan)
    {
        screen.Results.MarkupLineInterpolated($"The pipeline [bold]{setting.Pipeline.Name}[/] is well-formed. Nothing was run. It would do:");
        var table = Screen.Table("=step", "#about seconds", "#about MB", "");
        foreach (var step in plan)
        {
            if (step.IsDone) table.AddRow(Markup.Escape(step.Step), "", "", "[grey]done before[/]");
            else table.AddRow(Markup.Escape(step.Step), Number(step.Seconds), Number(step.Megabytes), $"[grey]{Markup.Escape(step.Note)}[/]");
        }
        screen.Results.Write(table);
        var left = plan.Where(step => !step.IsDone).ToArray();
        if (left.Length == 0) screen.Results.MarkupLine("Everything was done before: the run would end at once.");
        else screen.Results.MarkupLineInterpolated($"Together about {Number(left.Sum(step => step.Seconds ?? 0))} s and {Number(left.Max(step => step.Megabytes ?? 0))} MB on {setting.Threads} threads; an estimate by size is good to a factor of three.");
    }

    static string Number(double? value) => value is null ? "" : value < 10 ? value.Value.ToString("0.0", CultureInfo.InvariantCulture) : value.Value.ToString("N0", CultureInfo.InvariantCulture);
}
