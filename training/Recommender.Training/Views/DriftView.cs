using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Training.Drift;
using Spectre.Console;

namespace Recommender.Training.Views;

/// <summary>A drift report for people and for scripts.</summary>
static class DriftView
{
    public static void Show(Screen screen, DriftReport report)
    {
        screen.Results.MarkupLineInterpolated($"[bold]{report.Manifest.Model}[/] version {report.Manifest.Version}, whose data ended {Time(report.From)}, against [bold]{report.Dataset}[/] up to {Time(report.To)}");
        var table = Screen.Table("=check", "=", "#figure", "#low", "#high", "#limit", "what it saw");
        foreach (var check in report.Checks)
        {
            table.AddRow(check.Name, Coloured(check.Verdict), Number(check.Figure?.Value), Number(check.Figure?.Low), Number(check.Figure?.High), Number(check.Limit), Markup.Escape(check.Sentence));
        }
        screen.Results.Write(table);
        screen.Results.MarkupLineInterpolated($"Verdict: {Word(report.Verdict)}");
    }

    public static JsonObject Json(DriftReport report) => new()
    {
        ["model"] = report.Manifest.Model,
        ["version"] = report.Manifest.Version,
        ["dataset"] = report.Dataset,
        ["snapshot"] = report.Snapshot,
        ["from"] = report.From,
        ["to"] = report.To,
        ["verdict"] = Word(report.Verdict),
        ["reason"] = report.Reason,
        ["examined"] = report.Examined,
        ["checks"] = new JsonArray([.. report.Checks.Select(check => (JsonNode)new JsonObject
        {
            ["check"] = check.Name,
            ["verdict"] = Word(check.Verdict),
            ["figure"] = check.Figure?.Value,
            ["low"] = check.Figure?.Low,
            ["high"] = check.Figure?.High,
            ["limit"] = check.Limit,
            ["sentence"] = check.Sentence,
        })]),
    };

    static string Word(DriftVerdict verdict) => verdict switch
    {
        DriftVerdict.Drifted => "drifted",
        DriftVerdict.TooLittleData => "too little data",
        _ => "ok",
    };

    static string Coloured(DriftVerdict verdict) => verdict switch
    {
        DriftVerdict.Drifted => $"[red]{Word(verdict)}[/]",
        DriftVerdict.TooLittleData => $"[grey]{Word(verdict)}[/]",
        _ => $"[green]{Word(verdict)}[/]",
    };

    static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";

    static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
