using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Interactions;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;

namespace Recommender.Training.Experiments;

/// <summary>Which data an experiment runs on: a dataset of the home, or a pair of research files.</summary>
sealed record DataChoice
{
    /// <summary>The dataset's name; null when files are given.</summary>
    public string? Dataset { get; init; }

    /// <summary>First digits of a snapshot's hash; null for the current one.</summary>
    public string? Snapshot { get; init; }

    /// <summary>What counts as one thing bought.</summary>
    public Level Level { get; init; }

    /// <summary>A file to train on.</summary>
    public string? TrainFile { get; init; }

    /// <summary>A file of what was bought afterwards.</summary>
    public string? TestFile { get; init; }

    /// <summary>How both files are laid out.</summary>
    public PairLayout Layout { get; init; }

    /// <summary>How the data is cut, as text; null for the usual cut.</summary>
    public string? Split { get; init; }

    /// <summary>The seed where none is given.</summary>
    public const int DefaultSeed = 17;

    /// <summary>Decides random cuts, trainings and intervals.</summary>
    public int Seed { get; init; }

    /// <summary>The split that this choice means.</summary>
    public Split ToSplit(Dataset dataset) => Core.Evaluation.Split.Parse(Split ?? (dataset.HasTimes ? "temporal" : "holdout:0.2"), Seed);

    /// <summary>The options that name this data again on a command line.</summary>
    public string Words() => string.Join(' ', new[]
    {
        Dataset is null ? $"--train {TrainFile}" : $"--dataset {Dataset}",
        TestFile is null ? null : $"--test {TestFile}",
        Layout == PairLayout.Auto ? null : $"--layout {Layout.ToString().ToLowerInvariant()}",
        Snapshot is null ? null : $"--snapshot {Snapshot}",
        Level == Level.Item ? null : $"--level {Level.ToString().ToLowerInvariant()}",
        Split is null ? null : $"--split {Split}",
        Seed == DefaultSeed ? null : $"--seed {Seed}",
    }.OfType<string>());

    /// <summary>All of the data.</summary>
    public Dataset Read(HomeFolder home, string tenant, DatasetParts parts, CancellationToken cancellationToken)
    {
        if (TrainFile is not null) return PairFile.Read(TrainFile, Layout, cancellationToken);

        var folder = home.Dataset(tenant, Dataset ?? throw new UserErrorException("No data is named. Give --dataset <name>, or --train <file> with --test <file>."));
        return DatasetReader.Read(home, Snapshot is null ? folder.Current : folder.Find(Snapshot), new(Level, parts), cancellationToken);
    }

    /// <summary>The data cut for evaluation.</summary>
    public CutData Cut(HomeFolder home, string tenant, DatasetParts parts, CancellationToken cancellationToken)
    {
        var dataset = Read(home, tenant, parts, cancellationToken);
        var split = TestFile is null ? ToSplit(dataset) : new GivenSplit(PairFile.Read(TestFile, Layout, cancellationToken)) { Seed = Seed };
        return new(dataset, split, split.Cut(dataset, cancellationToken));
    }
}
