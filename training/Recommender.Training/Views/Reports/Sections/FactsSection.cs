using Recommender.Training.Trainers;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>Everything that is needed to make the same version again.</summary>
static class FactsSection
{
    public static Html Of(ReportContent content) => Section.Of(
        "How it was made",
        "With the same data, options and seed, training gives the same model again, byte for byte.",
        Table.OfFacts("The version", Facts(content).Where(fact => fact.Value.Length > 0)),
        Table.OfFacts("Options of the trainer", content.Manifest.Options.Select(option => (option.Key, option.Value?.ToString() is { Length: > 0 } value ? value : "none"))));

    static (string Name, string Value)[] Facts(ReportContent content)
    {
        var manifest = content.Manifest;
        return
        [
            ("Model", manifest.Model ?? ""),
            ("Version", FormattableString.Invariant($"{manifest.Version}")),
            ("Pipeline", manifest.Pipeline ?? ""),
            ("Trainer", TrainerCatalogue.All.TryGetValue(manifest.Trainer, out var known) ? $"{manifest.Trainer}: {known.Purpose}" : manifest.Trainer),
            ("Seed", FormattableString.Invariant($"{manifest.Seed}")),
            ("Dataset", manifest.Dataset),
            ("Snapshot", manifest.Snapshot),
            ("Trained on", manifest.Split is { } split ? $"the training part of {split}" : "all of the data"),
            ("Measured by the split", content.Results is { } results ? FormattableString.Invariant($"{results.Split}, seed {results.Split.Seed}") : ""),
            ("Level", content.Level),
            ("Customers", FormattableString.Invariant($"{manifest.Customers:N0}")),
            ("Items", FormattableString.Invariant($"{manifest.Items:N0}")),
            ("Created", FormattableString.Invariant($"{manifest.Created:yyyy-MM-dd HH:mm:ss} UTC")),
            ("Training time", Figure.Duration(manifest.Seconds)),
            ("Peak memory", FormattableString.Invariant($"{manifest.PeakMb:N0} MB")),
            ("Program", manifest.Engine),
            ("Commit", manifest.Commit ?? ""),
        ];
    }
}
