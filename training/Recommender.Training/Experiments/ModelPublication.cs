using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Interactions;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>Makes a trained model ready to be written: customers become keyed hashes, the run becomes a manifest.</summary>
sealed class ModelPublication(TenantKey key, TimeProvider clock)
{
    /// <summary>What the recipe achieved, which goes into the version; null: it was not measured.</summary>
    public EvaluationResult? Evaluation { get; init; }

    /// <summary>What the version must show before it goes live; null: the usual.</summary>
    public GateOptions? Gates { get; init; }

    /// <summary>Why it is published, for the history.</summary>
    public string? Why { get; init; }

    /// <summary>Writes the model of a run into a folder of its own.</summary>
    public ModelManifest Write(string folder, TrainingRun run, Dataset dataset, DataChoice choice, CancellationToken cancellationToken)
    {
        ModelFolder.Write(folder, Trained(run, dataset, cancellationToken), Manifest(run, dataset, choice), cancellationToken);
        return ManifestFile.Read(folder);
    }

    /// <summary>Publishes the model of a run as the next version; the caller holds the home's writer lock.</summary>
    public SealedFolder Publish(StoredModel model, TrainingRun run, Dataset dataset, DataChoice choice, CancellationToken cancellationToken)
    {
        using var draft = model.Draft();
        draft.Take(ModelFolder.Fill(draft.Folder, Trained(run, dataset, cancellationToken)));
        if (Evaluation is not null) StoredEvaluation.Fill(draft.Folder, Evaluation, key, cancellationToken);
        return model.Publish(draft, Manifest(run, dataset, choice), SignedNote.Of(clock, Why), cancellationToken);
    }

    TrainedModel Trained(TrainingRun run, Dataset dataset, CancellationToken cancellationToken) =>
        new(run.Model, dataset.Items, CustomerHashes.Of(key, dataset.Customers, cancellationToken), dataset.Baskets, dataset.Now);

    ModelManifest Manifest(TrainingRun run, Dataset dataset, DataChoice choice) => new()
    {
        Trainer = run.Trainer.Name,
        Options = OptionsText.Json(run.Trainer.Options),
        Seed = choice.Seed,
        Dataset = dataset.Name,
        Snapshot = dataset.Hash,
        Level = choice.Level == Level.Item ? null : choice.Level.ToString().ToLowerInvariant(),
        Split = choice.Split,
        Created = clock.GetUtcNow().UtcDateTime,
        Seconds = run.Seconds,
        PeakMb = run.PeakMb,
        Engine = ProgramBuild.Version,
        Commit = ProgramBuild.Commit,
        Customers = dataset.Customers.Count,
        Items = dataset.Items.Count,
        Now = dataset.Now,
        Metrics = Gates is null ? null : Evaluation?.Trainers[0].Evaluation[Gates.View]?.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value.Value),
        Gates = Gates is null ? null : GateJson.Write(Gates),
    };
}
