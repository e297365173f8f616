using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Plots;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>How the options were found.</summary>
static class SearchSection
{
    const int Leaders = 10;
    const int MostOptions = 12;

    public static Html Of(ReportContent content)
    {
        var searches = content.Searches.Where(search => search.Trials.Count > 0).ToArray();
        return searches.Length == 0 ? Html.Empty : Section.Of(
            "How the options were found",
            "Options were tried on a part of the training data kept aside for this; the customers and baskets that the figures above speak of were never looked at.",
            searches.Select(search => Of(search, content.Metric)));
    }

    /// <summary>One search: its course, its options, its best.</summary>
    public static Html Of(Search search, string metric) => Html.Of($"""
        <h3>{search.Trainer}</h3>
        {Section.Plots([SearchPlot.Of(search, metric), .. Options(search).Take(MostOptions).Select(option => OptionPlot.Of(option.Name, metric, option.Tried))])}
        {Table.Of($"The best of {Counted.Of(search.Trials.Count, "trial")} of {search.Trainer}", ["options", $"#{metric}", "#training", "#trial"], Best(search.Trials, metric).Select(Row))}
        """);

    static IEnumerable<SearchTrial> Best(IReadOnlyList<SearchTrial> trials, string metric) =>
        (MetricTable.SenseOf(metric) == Sense.Lower ? trials.OrderBy(trial => trial.Score.Value) : trials.OrderByDescending(trial => trial.Score.Value)).ThenBy(trial => trial.Order).Take(Leaders);

    static Html[] Row(SearchTrial trial) => [Html.Of($"{trial.Spec.ToString()}"), Figure.Of(trial.Score), Html.Of($"{Figure.Duration(trial.Seconds)}"), Html.Of($"{trial.Order:N0}")];

    // Only options of which more than one value was tried have something to show.
    static IEnumerable<(string Name, IReadOnlyList<(string Value, double Score)> Tried)> Options(Search search)
    {
        var defaults = Defaults(search.Trainer);
        return from name in search.Trials.SelectMany(trial => trial.Spec.Options.Select(option => option.Key)).Distinct(StringComparer.Ordinal)
               let tried = search.Trials.Select(trial => (Value: Value(trial.Spec, name) ?? defaults.GetValueOrDefault(name), trial.Score)).Where(trial => trial.Value is not null).Select(trial => (trial.Value!, trial.Score.Value)).ToArray()
               where tried.Select(trial => trial.Item1).Distinct(StringComparer.Ordinal).Skip(1).Any()
               select (name, (IReadOnlyList<(string, double)>)tried);
    }

    static string? Value(TrainerSpec spec, string option) => spec.Options.Where(given => given.Key == option).Select(given => given.Value).LastOrDefault();

    static Dictionary<string, string?> Defaults(string trainer) => TrainerCatalogue.All.ContainsKey(trainer)
        ? OptionsText.Json(TrainerCatalogue.Create(trainer, []).Options).ToDictionary(option => option.Key, option => option.Value?.ToString(), StringComparer.Ordinal)
        : [];
}
