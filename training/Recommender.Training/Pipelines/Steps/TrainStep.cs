using System.Text.Json.Nodes;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Trains the chosen trainer on all data: what is served knows the latest purchases too.</summary>
sealed class TrainStep(RunSetting setting, StepCache steps, PipelineData data, TenantKey key)
{
    /// <summary>The key of the training.</summary>
    public static StepKey KeyOf(RunSetting setting, PipelineData data, ITrainer trainer) => StepKey.Of(
        "train", data.Hash, setting.Pipeline.Level.ToString(), setting.Pipeline.Seed, setting.Pipeline.Explicit, trainer.Name, OptionsText.Json(trainer.Options));

    /// <summary>The model's files.</summary>
    public StepFolder Run(ITrainer trainer, IProgress<StepProgress> progress, CancellationToken cancellationToken) =>
        steps.Run($"train {trainer.Name}", KeyOf(setting, data, trainer), folder => Train(trainer, folder, progress, cancellationToken), isGood: null, cancellationToken);

    /// <summary>Whether a file of the step goes into the version.</summary>
    public static bool IsOfTheModel(string path) => Path.GetExtension(path) is ".safetensors" or ".hashes";

    JsonObject Train(ITrainer trainer, string folder, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var dataset = data.Whole(cancellationToken);
        var context = new TrainingContext { Seed = setting.Pipeline.Seed, Threads = setting.Threads, Cancellation = cancellationToken };
        var run = TrainingRun.Of(trainer, dataset, context, progress);
        var trained = new TrainedModel(run.Model, dataset.Items, CustomerHashes.Of(key, dataset.Customers, cancellationToken), dataset.Baskets, dataset.Now);
        ModelFolder.Fill(folder, trained);
        var repeats = setting.Pipeline.View == Core.Evaluation.Views.New ? Repeats.LeftOut : Repeats.Allowed;
        new TrainingStory(run.Curve, setting.Pipeline.Explicit ? [] : ExampleRecommendations.Of(trained, dataset.Catalogue, repeats)).Write(folder);
        return new()
        {
            ["seconds"] = run.Seconds, ["peak_mb"] = run.PeakMb, ["customers"] = dataset.Customers.Count, ["items"] = dataset.Items.Count, ["now"] = dataset.Now, ["hash"] = dataset.Hash,
        };
    }
}
