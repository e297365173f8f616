using System.Globalization;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Interactions;
using Recommender.Core.Store;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>Measures recipes anew on one cut of one data set, so that they compare with what a version was measured by.</summary>
sealed class RecipeTrial(DataChoice choice, TrialOptions options, TrialPlace place)
{
    string? _snapshot;

    /// <summary>A trial on the data, the cut and the metrics of a version's stored evaluation.</summary>
    public static RecipeTrial Like(EvaluationResult stored, ModelManifest manifest, TrialPlace place) => new(
        new()
        {
            Dataset = stored.Dataset,
            Snapshot = DataOf(stored.Snapshot),
            Level = LevelOf(manifest),
            Split = stored.Split.ToString(),
            Seed = stored.Split.Seed,
        },
        Options(stored, place.Threads), place) { _snapshot = stored.Snapshot };

    /// <summary>The trainer that made a version, with its options.</summary>
    public static ITrainer TrainerOf(ModelManifest manifest) => TrainerCatalogue.Create(
        manifest.Trainer, [.. manifest.Options.Where(option => option.Value is not null).Select(option => KeyValuePair.Create(option.Key, option.Value?.ToString() ?? ""))]);

    /// <summary>The hash of a snapshot without the level at which it was read or how it was cut.</summary>
    public static string DataOf(string snapshot) => snapshot.Split(':')[0];

    /// <summary>Trains each on the training part and measures it; customers come as keyed hashes.</summary>
    public EvaluationResult Run(IReadOnlyList<ITrainer> trainers, CancellationToken cancellationToken) => Run(
        TrainerChoice.Needs(trainers),
        (trial, cut) =>
        {
            TrainerChoice.Check(trainers, cut.Fold.Training, options.IsExplicit);
            return [.. trainers.Select(trainer => trial.Run(trainer, cancellationToken))];
        },
        cancellationToken);

    /// <summary>Measures whatever is given on the cut; customers come as keyed hashes.</summary>
    public EvaluationResult Run(DatasetParts parts, Func<Trial, CutData, IReadOnlyList<TrainerResult>> measure, CancellationToken cancellationToken)
    {
        place.Progress.Report(new("reading data"));
        var cut = choice.Cut(place.Home, place.Tenant, parts | (options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None), cancellationToken);
        if (_snapshot is not null && cut.Dataset.Hash != _snapshot)
            throw new UserErrorException($"The data of '{cut.Dataset.Name}' is {cut.Dataset.Hash} and the version was measured on {_snapshot}. Train and publish the version again.");

        var trial = new Trial(cut, options, place.Progress);
        return StoredEvaluation.Hashed(trial.Result(measure(trial, cut)), place.Key, cancellationToken);
    }

    static Level LevelOf(ModelManifest manifest) => manifest.Level is not { } level ? Level.Item
        : Enum.TryParse<Level>(level, ignoreCase: true, out var known) ? known
        : throw new UserErrorException($"The version learned at the level '{level}', which this program does not know. Use the version of the program that made it.");

    static TrialOptions Options(EvaluationResult stored, int threads)
    {
        string[] measured = [.. stored.Trainers[0].Evaluation.Views.SelectMany(view => view.Persons.Keys).Distinct(StringComparer.Ordinal)];
        int[] cutoffs = [.. measured.Select(name => name.Split('@')).Where(name => name.Length == 2).Select(name => int.Parse(name[1], CultureInfo.InvariantCulture)).Distinct().Order()];
        var evaluation = new EvaluationOptions
        {
            Cutoffs = cutoffs.Length > 0 ? cutoffs : new EvaluationOptions().Cutoffs,
            Metrics = [.. MetricTable.All.Where(metric => measured.Any(name => name.Split('@')[0] == metric.Name))],
            HasSlices = stored.Trainers[0].Evaluation.Views.Any(view => view.Name.Contains(':', StringComparison.Ordinal)),
            Bootstrap = new() { Seed = stored.Split.Seed, Threads = threads },
        };
        return new(evaluation, stored.Split.Seed, threads, IsExplicit: stored.Trainers[0].Evaluation[Core.Evaluation.Views.Ratings] is not null);
    }
}
