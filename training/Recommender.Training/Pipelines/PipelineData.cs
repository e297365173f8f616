using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Storage.Datasets;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;

namespace Recommender.Training.Pipelines;

/// <summary>The data of a run, read when a step first needs it: a run whose steps were all done before reads nothing.</summary>
sealed class PipelineData(RunSetting setting, SnapshotFolder snapshot, DatasetParts parts)
{
    Dataset? _whole;
    CutData? _cut;

    /// <summary>The snapshot's hash, which decides what every step makes of it.</summary>
    public string Hash => snapshot.Manifest.Hash;

    /// <summary>How the data is cut for measuring.</summary>
    public Split Split => Pipeline.Split is { } text ? Split.Parse(text, Pipeline.Seed) : Split.Parse(snapshot.Manifest.From is null ? "holdout:0.2" : "temporal", Pipeline.Seed);

    Pipeline Pipeline => setting.Pipeline;

    /// <summary>All of it.</summary>
    public Dataset Whole(CancellationToken cancellationToken) =>
        _whole ??= DatasetReader.Read(setting.Home, snapshot, new(Pipeline.Level, parts | (Pipeline.Explicit ? DatasetParts.Ratings : DatasetParts.None)), cancellationToken);

    /// <summary>It in two parts: to train on, and to be asked about.</summary>
    public CutData Cut(CancellationToken cancellationToken)
    {
        if (_cut is not null) return _cut;

        var whole = Whole(cancellationToken);
        return _cut = new(whole, Split, Split.Cut(whole, cancellationToken));
    }
}
