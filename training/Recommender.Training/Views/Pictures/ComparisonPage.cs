using System.Globalization;
using System.Net;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Store;

namespace Recommender.Training.Views.Pictures;

/// <summary>One HTML file that needs nothing else: two models' figures with the intervals of their differences, and whose lists changed.</summary>
static class ComparisonPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(string path, ComparedPair pair) => DurableFile.Write(path, Page(pair));

    static string Page(ComparedPair pair)
    {
        var title = $"{pair.A} and {pair.B}";
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Text(title)}}</title>
            <style>
            {{ComparisonStyle.Sheet}}
            </style></head><body>
            <h1>{{Text(title)}}</h1>
            {{Lead(pair)}}
            <div class="sides cards">{{Side("a", pair.A, pair.Result.Trainers[0])}}{{Side("b", pair.B, pair.Result.Trainers[1])}}</div>
            <h2>What was measured</h2>
            <p>Asked about what came after the training part, on the same customers; the difference is b minus a, with its 95 % interval. <span class="drawing">The bar is that interval and the line in the middle no difference; each row has a scale of its own. Where there is evidence the bar stands apart from the line.</span></p>
            {{string.Concat(pair.Differences.GroupBy(difference => difference.View).Select(view => DifferenceTable.Of(view.Key, [.. view], pair.Result.Customers(view.Key))))}}
            {{(pair.Lists is null ? "" : ChangedLists.Of(pair.Lists))}}
            </body></html>

            """;
    }

    static string Lead(ComparedPair pair)
    {
        var (result, better, worse) = (pair.Result, Count(pair, Verdict.Better), Count(pair, Verdict.Worse));
        return string.Create(CultureInfo.InvariantCulture,
            $"<p class=\"lead\">b is <span class=\"better\">better</span> in {better} and <span class=\"worse\">worse</span> in {worse} of {pair.Differences.Count} figures; of the others there is no evidence.</p>\n")
            + $"<p class=\"facts\">{Text(result.Dataset)} <code>{Text(result.Snapshot[..Math.Min(12, result.Snapshot.Length)])}</code>, split {Text(result.Split.ToString())}{(result.Split.IsRandom ? $", seed {result.Split.Seed}" : "")}</p>";
    }

    static int Count(ComparedPair pair, Verdict verdict) => pair.Differences.Count(difference => difference.Verdict == verdict);

    static string Side(string letter, string name, TrainerResult side) =>
        $"<section><h3>{letter}: {Text(name)}</h3><p><b>{Text(side.Trainer)}</b></p><dl>{string.Concat(side.Options.Where(option => option.Value.Length > 0).Select(option => $"<div><dt>{Text(option.Key)}</dt><dd>{Text(option.Value)}</dd></div>"))}</dl></section>\n";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
