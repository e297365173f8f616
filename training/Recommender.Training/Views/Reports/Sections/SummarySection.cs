using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>Three sentences: what it is, how good it is, on what data.</summary>
static class SummarySection
{
    public static Html Of(ReportContent content, ScoreBoard scores) => Html.Of($"""
        <p class="summary">{What(content)} {Worth(scores)} {Data(content)}</p>
        """);

    static string What(ReportContent content)
    {
        var manifest = content.Manifest;
        var maker = manifest.Pipeline is { } pipeline ? $" by the pipeline {pipeline}" : "";
        return FormattableString.Invariant($"This model was made on {manifest.Created:d MMMM yyyy}{maker} with the trainer {manifest.Trainer} and recommends {Things(content.Level, manifest.Items)} to {Counted.Of(manifest.Customers, "customer")}.");
    }

    static string Things(string level, int count) => level switch
    {
        "category" => FormattableString.Invariant($"{count:N0} {(count == 1 ? "category" : "categories")}"),
        "family" => FormattableString.Invariant($"{count:N0} {(count == 1 ? "family" : "families")}"),
        _ => Counted.Of(count, level),
    };

    static string Worth(ScoreBoard scores)
    {
        if (scores.Chosen?.Measured(scores.View, scores.Metric) is not { } measured) return "It was not measured, so nothing is known of its worth.";

        var customers = Counted.Of(scores.Customers, "customer");
        var itself = $"Asked about {(scores.View == Core.Evaluation.Views.Ratings ? $"the ratings that {customers} gave" : $"what {customers} bought afterwards")}, it reaches {scores.Metric} {WithInterval(measured)}";
        if (scores.Chosen.Result.Trainer == Core.Models.Popularity.PopularityModel.Name) return $"{itself}, and it is itself the best-seller list that every other model must beat.";
        if (scores.Baseline?.Measured(scores.View, scores.Metric) is not { } popularity) return $"{itself}; popularity was not measured beside it, so nothing shows that it is better than a best-seller list.";

        return scores.Lead is { } lead
            ? $"{itself}, where popularity reaches {Figure.Of(popularity.Value)}: {Verdict(lead)}."
            : $"{itself}, where popularity reaches {WithInterval(popularity)}.";
    }

    static string Verdict(Difference lead)
    {
        var share = lead.First != 0 ? $"{Figure.Share(Math.Abs(lead.Value / lead.First))} " : "";
        var difference = $"the difference of {Figure.Of(lead.Value)} (95 % interval {Figure.Between(lead.Low, lead.High)})";
        return lead.Verdict switch
        {
            Core.Evaluation.Intervals.Verdict.Better => $"it is {share}better, and {difference} is more than chance",
            Core.Evaluation.Intervals.Verdict.Worse => $"it is {share}worse, and {difference} is more than chance",
            _ => $"there is no evidence that either is better, since {difference} may be chance",
        };
    }

    static string WithInterval(Measurement measured) => measured is { Low: { } low, High: { } high }
        ? $"{Figure.Of(measured.Value)} (95 % interval {Figure.Between(low, high)})"
        : Figure.Of(measured.Value);

    static string Data(ReportContent content)
    {
        if (content.Snapshot is not { } snapshot) return $"It learned from {content.Manifest.Dataset}, of which no profile is known.";

        var span = snapshot is { From: { } from, To: { } to } ? FormattableString.Invariant($" from {from:d MMMM yyyy} to {to:d MMMM yyyy}") : "";
        return $"It learned from {snapshot.Dataset}: {Counted.Of(snapshot.Lines, "line")} in {Counted.Of(snapshot.Baskets, "basket")} of {Counted.Of(snapshot.Customers, "customer")}{span}.";
    }
}
