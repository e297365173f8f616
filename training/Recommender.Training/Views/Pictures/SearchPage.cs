using System.Globalization;
using System.Net;
using Recommender.Core.Store;
using Recommender.Training.Tuning;

namespace Recommender.Training.Views.Pictures;

/// <summary>One HTML file that needs nothing else: how a search went, and whether it has gained anything.</summary>
static class SearchPage
{
    const int Shown = 20;

    /// <summary>Writes the page.</summary>
    public static void Write(string path, TuningResult result) => DurableFile.Write(path, Page(result));

    static string Page(TuningResult result) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Search of {{Text(result.Plan.Trainer.ToString())}}</title>
        <style>
        {{ComparisonStyle.Sheet}}
        {{SearchPicture.Style}}
        </style></head><body>
        <h1>Search of {{Text(result.Plan.Trainer.ToString())}}</h1>
        <p class="lead">{{Text(TuningVerdict.Of(result))}}</p>
        <p class="facts">{{Text(result.Test.Dataset)}} <code>{{Text(result.Test.Snapshot[..Math.Min(12, result.Test.Snapshot.Length)])}}</code>, split {{Text(result.Test.Split.ToString())}}</p>
        <h2>The search</h2>
        <p>{{Text(result.Plan.Metric)}} of the view '{{Text(result.Plan.View)}}' on the validation part, with 95 % intervals; the options given are the first point, in red. The line is the best so far.</p>
        {{SearchPicture.Of(result.Trials, result.Plan)}}
        <h2>The best</h2>
        <table><thead><tr><th>options</th><th>{{Text(result.Plan.Metric)}}</th><th>low</th><th>high</th></tr></thead><tbody>
        {{string.Concat(result.Leaders.Take(Shown).Select(Row))}}</tbody></table>
        </body></html>

        """;

    static string Row(TuningTrial trial) =>
        $"<tr><td>{Text(trial.Spec.ToString())}</td><td>{Number(trial.Score.Value)}</td><td>{Number(trial.Score.Low)}</td><td>{Number(trial.Score.High)}</td></tr>\n";

    static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
