using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Plots;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>How good everything that competed is: pictures of the deciding view, and every figure as a table.</summary>
static class MetricsSection
{
    const string Heading = "How good it is";

    static readonly string[] Whole = [Core.Evaluation.Views.All, Core.Evaluation.Views.New, Core.Evaluation.Views.Ratings];

    public static Html Of(ScoreBoard scores) => scores.Chosen is null
        ? Section.Of(Heading, "Nothing was measured. Run the model's pipeline, or evaluate its trainer, to see figures here.")
        : Section.Of(
            Heading,
            "Every model saw the past only and was asked what came after. The chosen one is set in green and bold. The line, or the small figures, are the 95 % interval: how far chance alone could move the figure. Where two lines do not overlap, the difference is more than chance.",
            [Pictures(scores), .. Whole.Select(view => Numbers(scores, view))]);

    static Html Pictures(ScoreBoard scores) => Section.Plots(
        from metric in Metrics(scores, scores.View).Where(metric => IsShown(metric, scores.Metric)).OrderByDescending(metric => metric == scores.Metric)
        let rows = scores.Contenders.Where(who => who.Measured(scores.View, metric) is not null).Select(who => (who, who.Measured(scores.View, metric)!.Value)).ToArray()
        select IntervalPlot.Of(metric, rows, decides: metric == scores.Metric));

    // One length of list is enough for the eye; the table has all.
    static bool IsShown(string metric, string deciding) => metric == deciding || metric.Split('@') is [_] || metric.Split('@')[^1] == deciding.Split('@')[^1];

    static Html Numbers(ScoreBoard scores, string view)
    {
        var metrics = Metrics(scores, view).ToArray();
        return metrics.Length == 0 ? Html.Empty : Html.Of($"""
            <h3>{ViewWords.Title(view)}{(view == scores.View ? ": decides" : "")}</h3>
            <p>{ViewWords.Sentence(view)} {Counted.Of(scores.Chosen!.Result.Evaluation[view]!.Cases.Count, "customer")} had something to find.</p>
            {FigureTables.Of(scores, view, metrics)}
            """);
    }

    // What research calls phr is the share of customers with a hit once more: it is shown only where it decides.
    static IEnumerable<string> Metrics(ScoreBoard scores, string view) =>
        from metric in scores.Chosen?.Result.Evaluation[view]?.Metrics.Keys ?? []
        where MetricTable.SenseOf(metric) != Sense.Neither
        where metric == scores.Metric || metric.Split('@')[0] != "phr"
        select metric;
}
