using Recommender.Training.Tuning;
using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Sections;

namespace Recommender.Training.Views.Reports;

/// <summary>A search as a page of its own: whether it has gained anything, and how it went, drawn as in the report of a version.</summary>
static class SearchPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(string path, TuningResult result) => Page.Write(path, $"Search of {result.Plan.Trainer}", Section.Of(
        "What it came to", TuningVerdict.Of(result),
        Html.Of($"<p>{result.Test.Dataset} <code>{result.Test.Snapshot[..Math.Min(12, result.Test.Snapshot.Length)]}</code>, split {result.Test.Split.ToString()}, view {result.Plan.View}. The options given are trial 1.</p>"),
        SearchSection.Of(new(result.Plan.Trainer.Name, [.. result.Trials.Select((trial, at) => new SearchTrial(trial.Spec, trial.Score, trial.Seconds, at + 1))]), result.Plan.Metric)));
}
