using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>Metrics of all that competed as tables, no more of them side by side than fit on paper; each metric is explained once.</summary>
static class FigureTables
{
    const int SideBySide = 6;

    /// <summary>These metrics of one view.</summary>
    public static Html Of(ScoreBoard scores, string view, IReadOnlyList<string> metrics) =>
        Html.Join(scores.Contenders.Chunk(SideBySide).Select((contenders, place) => Part(scores, (view, metrics), contenders, place)));

    /// <summary>The heading of a contender's column.</summary>
    public static string Heading(Contender who) => $"#{who.Label}{(who.IsChosen ? " (chosen)" : "")}";

    static Html Part(ScoreBoard scores, (string View, IReadOnlyList<string> Metrics) asked, Contender[] contenders, int place)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var part = scores.Contenders.Count <= SideBySide ? "" : FormattableString.Invariant($", models {place * SideBySide + 1} to {place * SideBySide + contenders.Length} of {scores.Contenders.Count}");
        return Table.Of(
            $"{ViewWords.Title(asked.View)}: each figure above its 95 % interval{part}",
            ["metric", .. contenders.Select(Heading)],
            asked.Metrics.Select(metric => (Html[])[
                Name(metric, (asked.View, metric) == (scores.View, scores.Metric), told.Add(metric.Split('@')[0])),
                .. contenders.Select(who => Cell(who, Figure.Of(who.Measured(asked.View, metric))))]));
    }

    static Html Name(string metric, bool decides, bool isFirst)
    {
        var title = Html.Of($"{MetricWords.Title(metric)} ({metric}){(decides ? ", decides" : "")}");
        var shown = decides ? Html.Of($"<span class=\"decides\">{title}</span>") : title;
        return isFirst ? Html.Of($"{shown}<small>{MetricWords.Sentence(metric)}</small>") : shown;
    }

    static Html Cell(Contender who, Html figure) => who.IsChosen ? Html.Of($"<span class=\"chosen\">{figure}</span>") : figure;
}
