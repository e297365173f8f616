using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>Makes a trained model ready to be written: customers become keyed hashes, the run becomes a manifest.</summary>
sealed class ModelPublication(TenantKey key, TimeProvider clock)
{
    /// <summary>Writes the model of a run into a folder of its own.</summary>
    public ModelManifest Write(string folder, TrainingRun run, Dataset dataset, DataChoice choice, CancellationToken cancellationToken)
    {
        var hashes = CustomerHashes.Of(key, dataset.Customers, cancellationToken);
        var manifest = new ModelManifest
        {
            Trainer = run.Trainer.Name,
            Options = OptionsText.Json(run.Trainer.Options),
            Seed = choice.Seed,
            Dataset = dataset.Name,
            Snapshot = dataset.Hash,
            Split = choice.Split,
            Created = clock.GetUtcNow().UtcDateTime,
            Seconds = run.Seconds,
            PeakMb = run.PeakMb,
            Engine = typeof(ModelPublication).Assembly.GetName().Version!.ToString(3),
            Customers = dataset.Customers.Count,
            Items = dataset.Items.Count,
            Now = dataset.Now,
        };
        ModelFolder.Write(folder, new(run.Model, dataset.Items, hashes, dataset.Baskets, dataset.Now), manifest, cancellationToken);
        return ManifestFile.Read(folder);
    }
}
