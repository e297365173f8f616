using System.Text.Json.Nodes;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Core.Evaluation.Stored;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Trains a candidate on the training part and measures it on the test part.</summary>
sealed class MeasureStep(RunSetting setting, StepCache steps, PipelineData data, TenantKey key)
{
    /// <summary>How candidates are measured.</summary>
    public static TrialOptions Options(RunSetting setting) => new(
        new() { Cutoffs = [.. setting.Pipeline.At], Bootstrap = new BootstrapOptions { Seed = setting.Pipeline.Seed, Threads = setting.Threads } },
        setting.Pipeline.Seed, setting.Threads, setting.Pipeline.Explicit);

    /// <summary>The key of a candidate's measurement.</summary>
    public static StepKey KeyOf(RunSetting setting, PipelineData data, ITrainer trainer) => StepKey.Of(
        "measure", data.Hash, setting.Pipeline.Level.ToString(), data.Split.ToString(), data.Split.Seed, setting.Pipeline.Seed, setting.Pipeline.Explicit, setting.Pipeline.At, trainer.Name, OptionsText.Json(trainer.Options));

    /// <summary>What the candidate achieved.</summary>
    public Candidate Run(ITrainer trainer, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var step = steps.Run($"measure {trainer.Name}", KeyOf(setting, data, trainer), folder => Measure(trainer, folder, progress, cancellationToken), isGood: null, cancellationToken);
        using var tensors = TensorReader.Open(step.File(StoredEvaluation.TensorsName));
        var result = EvaluationTensors.Read(tensors, KeyedHashes.Read(step.File(StoredEvaluation.CustomersName)));
        var measured = result.Trainers[0] with { Seconds = (double)step.Result["seconds"]!, PeakMegabytes = (double)step.Result["peak_mb"]! };
        return new(trainer, result with { Trainers = [measured] });
    }

    JsonObject Measure(ITrainer trainer, string folder, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var trial = new Trial(data.Cut(cancellationToken), Options(setting), progress);
        var measured = trial.Run(trainer, cancellationToken);
        var hashed = measured with { Evaluation = measured.Evaluation with { Names = CustomerHashes.Of(key, measured.Evaluation.Names, cancellationToken) } };
        var tensors = new TensorWriter();
        EvaluationTensors.Write(trial.Result([hashed]), tensors);
        tensors.Save(Path.Combine(folder, StoredEvaluation.TensorsName));
        KeyedHashes.Write(Path.Combine(folder, StoredEvaluation.CustomersName), hashed.Evaluation.Names);
        return new() { ["trainer"] = trainer.Name, ["options"] = OptionsText.Json(trainer.Options), ["seconds"] = measured.Seconds, ["peak_mb"] = measured.PeakMegabytes };
    }
}
