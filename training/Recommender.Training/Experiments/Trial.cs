using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>Trainers and models measured on one cut of one data set.</summary>
sealed class Trial(CutData data, TrialOptions options, IProgress<StepProgress> progress)
{
    /// <summary>Trains on the training part and measures what comes out.</summary>
    public TrainerResult Run(ITrainer trainer, CancellationToken cancellationToken) => Run(Train(trainer, cancellationToken), cancellationToken);

    /// <summary>Trains on the training part.</summary>
    public TrainingRun Train(ITrainer trainer, CancellationToken cancellationToken)
    {
        var context = new TrainingContext { Seed = options.Seed, Threads = options.Threads, Cancellation = cancellationToken };
        var run = TrainingRun.Of(trainer, data.Fold.Training, context, progress);
        data.Fold.Training.Release();
        return run;
    }

    /// <summary>Measures what came out of a training on this training part.</summary>
    public TrainerResult Run(TrainingRun run, CancellationToken cancellationToken) => new()
    {
        Trainer = run.Trainer.Name,
        Options = Texts(OptionsText.Json(run.Trainer.Options)),
        Seconds = run.Seconds,
        PeakMegabytes = run.PeakMb,
        Evaluation = Measure(run.Model, run.Trainer.Name, cancellationToken),
    };

    /// <summary>Measures a model that was trained on exactly this training part; any other has seen what it would be asked.</summary>
    public TrainerResult Run(OpenedModel opened, CancellationToken cancellationToken)
    {
        var manifest = opened.Manifest;
        if (manifest.Snapshot != data.Fold.Training.Hash)
        {
            throw new RefusedException(
                $"The model '{manifest.Trainer}' learned from {manifest.Dataset} {Short(manifest.Snapshot)}, not from the training part of this cut, {Short(data.Fold.Training.Hash)}: it may have seen what it would be asked. "
                + $"Train it with the same data, split and seed: recommender train --dataset {manifest.Dataset} --split {data.Split}{(data.Split.IsRandom ? $" --seed {data.Split.Seed}" : "")} --trainer {manifest.Trainer} --out <folder>.");
        }
        return new()
        {
            Trainer = manifest.Trainer,
            Options = Texts(manifest.Options),
            Seconds = manifest.Seconds,
            PeakMegabytes = manifest.PeakMb,
            Evaluation = Measure(opened.Trained.Model, manifest.Trainer, cancellationToken),
        };
    }

    /// <summary>All results together.</summary>
    public EvaluationResult Result(IReadOnlyList<TrainerResult> trainers) =>
        new() { Dataset = data.Dataset.Name, Snapshot = data.Dataset.Hash, Split = data.Split, Trainers = trainers };

    ModelEvaluation Measure(IModel model, string name, CancellationToken cancellationToken)
    {
        progress.Report(new($"evaluating {name}"));
        if (options.IsExplicit && data.Split is StrongGeneralisation)
            throw new UserErrorException($"The split '{data.Split}' asks about people whom the training has not seen, and ratings are foretold for those it has seen. Use --split holdout:0.2 or hash:10 with --explicit.");
        if (!options.IsExplicit)
            return Evaluator.Evaluate(model, data.Fold, options.Evaluation with { Progress = new Cases(progress, name) }, cancellationToken);

        return model is IRatingModel ratings ? Evaluator.EvaluateRatings(ratings, data.Fold, options.Evaluation.Bootstrap, cancellationToken)
            : throw new UserErrorException($"'{name}' does not foretell ratings. With --explicit name a trainer that does: matrix-factorization.");
    }

    static Dictionary<string, string> Texts(JsonObject options) =>
        options.ToDictionary(option => option.Key, option => option.Value?.ToString() ?? "", StringComparer.Ordinal);

    // The hash of the data without what was done to it.
    static string Short(string hash) => hash.Split(':') is [var data, .. var rest] ? string.Join(':', [data[..Math.Min(12, data.Length)], .. rest]) : hash;

    sealed class Cases(IProgress<StepProgress> progress, string name) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => progress.Report(new(
            $"evaluating {name}", Share: value.Total == 0 ? null : (double)value.Done / value.Total,
            Detail: string.Create(CultureInfo.InvariantCulture, $"{value.Done:N0} of {value.Total:N0} customers, {value.PerSecond:N0} a second")));
    }
}
