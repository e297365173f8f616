using Recommender.Core.Evaluation;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>For whom and for what it is good, and for whom not.</summary>
static class SlicesSection
{
    const int Most = 60;

    public static Html Of(ScoreBoard scores)
    {
        ViewResult[] slices = [.. (scores.Chosen?.Result.Evaluation.Views ?? []).Where(view => ViewWords.IsSlice(view) && view.Metrics.ContainsKey(scores.Metric))];
        if (slices.Length == 0) return Html.Empty;

        var shown = slices.OrderByDescending(view => view.Cases.Count).Take(Most).ToHashSet();
        var contenders = new[] { scores.Chosen!, scores.Baseline }.OfType<Contender>().ToArray();
        return Section.Of(
            "For whom, and for what",
            $"A good average can hide a weak spot. Here is {scores.Metric} for parts of the customers and of what they bought, each with its 95 % interval.",
            [
                Table.Of("The same figure, part by part", ["part", "#customers", .. contenders.Select(FigureTables.Heading)], slices.Where(shown.Contains).Select(slice => Row(slice, contenders, scores.Metric))),
                slices.Length > Most ? Html.Of($"<p class=\"note\">{Counted.Of(slices.Length - Most, "smaller part")} left out here; metrics.json has all.</p>") : Html.Empty,
            ]);
    }

    static Html[] Row(ViewResult slice, Contender[] contenders, string metric) =>
    [
        Html.Of($"{ViewWords.Title(slice.Name)}<small>{ViewWords.Sentence(slice.Name)}</small>"),
        Html.Of($"{slice.Cases.Count:N0}"),
        .. contenders.Select(who => Figure.Of(who.Measured(slice.Name, metric))),
    ];
}
