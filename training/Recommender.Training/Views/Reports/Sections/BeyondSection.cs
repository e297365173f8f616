using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>What the lists are like, whatever came true of them.</summary>
static class BeyondSection
{
    public static Html Of(ScoreBoard scores)
    {
        string[] metrics = [.. (scores.Chosen?.Result.Evaluation[scores.View]?.Metrics.Keys ?? []).Where(metric => MetricTable.SenseOf(metric) == Sense.Neither)];
        if (metrics.Length == 0) return Html.Empty;

        return Section.Of(
            "Beyond hits",
            "A list can be right and still dull. None of these is good or bad in itself: they say how much of the shop customers get to see.",
            FigureTables.Of(scores, scores.View, metrics));
    }
}
