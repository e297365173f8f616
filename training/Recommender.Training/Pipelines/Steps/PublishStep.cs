using Recommender.Core.Evaluation.Gates;
using Recommender.Core.Store;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Makes the trained model the next version. The same inputs give no second version: the one there is found by their hash.</summary>
sealed class PublishStep(RunSetting setting, PipelineData data)
{
    Pipeline Pipeline => setting.Pipeline;

    StoredModel Model => setting.Store.Model(Pipeline.ModelName);

    /// <summary>The hash of all that decides the version.</summary>
    public static StepKey KeyOf(RunSetting setting, PipelineData data, ITrainer trainer) => StepKey.Of(
        "publish", MeasureStep.KeyOf(setting, data, trainer).Text, TrainStep.KeyOf(setting, data, trainer).Text, GateJson.Write(setting.Pipeline.Gates),
        setting.Pipeline.Rules is null ? null : RulesStep.KeyOf(setting, data.Hash).Text);

    /// <summary>The version that these inputs made before, or null.</summary>
    public static SealedFolder? Find(StoredModel model, StepKey key)
    {
        var live = model.Aliases.Values.ToHashSet();
        return model.Versions.Reverse().OrderByDescending(live.Contains).Select(model.Version).FirstOrDefault(version => version.Manifest.Inputs == key.Text);
    }

    /// <summary>The inputs of all versions, for whoever has many to look for.</summary>
    public static HashSet<string> InputsOf(StoredModel model) => [.. model.Versions.Select(version => model.Version(version).Manifest.Inputs).OfType<string>()];

    /// <summary>The version of these inputs, if it was published before.</summary>
    public SealedFolder? Find(ITrainer trainer) => Find(Model, KeyOf(setting, data, trainer));

    /// <summary>Publishes what a training made, with its evaluation and rules.</summary>
    public SealedFolder Run(VersionWork work, CancellationToken cancellationToken)
    {
        var manifest = Manifest(work.Chosen, work.Model);
        using var writer = setting.Writer(cancellationToken);
        using var draft = Model.Draft();
        foreach (var file in Directory.EnumerateFiles(work.Model.Path).Where(TrainStep.IsOfTheModel)) File.Move(file, Path.Combine(draft.Folder, Path.GetFileName(file)));
        if (work.Rules is { } rules) File.Copy(rules, Path.Combine(draft.Folder, RulesStep.FileName));
        var measured = work.Chosen.Measured with { Trainers = [work.Chosen.Result, .. work.Baseline is null ? [] : new[] { work.Baseline.Result }] };
        StoredEvaluation.Fill(draft.Folder, measured);
        new ReportStep(setting, data).Write(draft.Folder, work, manifest, cancellationToken);
        return Model.Publish(draft, manifest, setting.Note($"run of the pipeline {Pipeline.Name}"), cancellationToken);
    }

    ModelManifest Manifest(Candidate chosen, StepFolder trained) => new()
    {
        Pipeline = Pipeline.Name,
        Inputs = KeyOf(setting, data, chosen.Trainer).Text,
        Trainer = chosen.Trainer.Name,
        Options = OptionsText.Json(chosen.Trainer.Options),
        Seed = Pipeline.Seed,
        Dataset = Pipeline.Dataset,
        Snapshot = (string)trained.Result["hash"]!,
        Level = setting.LevelName,
        Created = setting.Clock.GetUtcNow().UtcDateTime,
        Seconds = (double)trained.Result["seconds"]!,
        PeakMb = (double)trained.Result["peak_mb"]!,
        Engine = ProgramBuild.Version,
        Commit = ProgramBuild.Commit,
        Customers = (int)trained.Result["customers"]!,
        Items = (int)trained.Result["items"]!,
        Now = (int)trained.Result["now"]!,
        Metrics = chosen.Result.Evaluation[Pipeline.DecisiveView]?.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value.Value),
        Gates = GateJson.Write(Pipeline.Gates),
    };
}
