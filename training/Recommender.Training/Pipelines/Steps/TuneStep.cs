using System.Text.Json.Nodes;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Searches the options of a trainer that have a range, on a validation part cut from the training part: the test part is never looked at.</summary>
sealed class TuneStep(RunSetting setting, StepCache steps, PipelineData data)
{
    const string Journal = "trials.jsonl";

    readonly List<Search> _searches = [];

    /// <summary>The searches so far, as a report shows them.</summary>
    public IReadOnlyList<Search> Searches => _searches;

    Pipeline Pipeline => setting.Pipeline;

    /// <summary>The key of a search.</summary>
    public static StepKey KeyOf(RunSetting setting, PipelineData data, Documents.TrainerEntry entry) => StepKey.Of(
        "tune", data.Hash, setting.Pipeline.Level.ToString(), data.Split.ToString(), data.Split.Seed, setting.Pipeline.Seed, setting.Pipeline.Decisive, setting.Pipeline.DecisiveView,
        setting.Pipeline.Tune.Trials, setting.Pipeline.Tune.Seconds, entry.ToString());

    /// <summary>The trainer with the best options found; one without ranges as it is.</summary>
    public TrainerSpec Run(Documents.TrainerEntry entry, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        if (entry.Ranges.Count == 0) return entry.Spec;

        var key = KeyOf(setting, data, entry);
        var step = steps.Run($"tune {entry.Spec.Name}", key, folder => Search(entry, (folder, steps.Workplace(key)), progress, cancellationToken), isGood: null, cancellationToken);
        var whole = TrialJournal.Open(step.File(Journal)).Trials.Where(trial => trial.Share == 1);
        _searches.Add(new(entry.Spec.Name, [.. whole.Select((trial, at) => new SearchTrial(trial.Spec, trial.Score, trial.Seconds, at + 1))]));
        return TrainerSpec.Parse((string)step.Result["best"]!);
    }

    JsonObject Search(Documents.TrainerEntry entry, (string Made, string Kept) folders, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var journal = Path.Combine(folders.Kept, Journal);
        var leaders = new Tuner(Validation(progress, cancellationToken), Plan(entry), TrialJournal.Open(journal), setting.Clock, progress).Run(cancellationToken);
        if (File.Exists(journal)) File.Copy(journal, Path.Combine(folders.Made, Journal));
        return new()
        {
            ["best"] = leaders[0].Spec.ToString(),
            ["leaders"] = new JsonArray([.. leaders.Select(trial => (JsonNode)new JsonObject
            {
                ["trainer"] = trial.Spec.ToString(), ["value"] = trial.Score.Value, ["low"] = trial.Score.Low, ["high"] = trial.Score.High, ["seconds"] = trial.Seconds,
            })]),
        };
    }

    Trial Validation(IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var training = data.Cut(cancellationToken).Fold.Training;
        var inner = Split.Parse(training.HasTimes && !Pipeline.Explicit ? "temporal" : "holdout:0.2", Pipeline.Seed);
        var options = MeasureStep.Options(setting);
        var metrics = Pipeline.Decisive == "auc" ? [.. MetricTable.Usual, .. MetricTable.Named(["auc"])] : MetricTable.Usual;
        var cutoffs = Pipeline.Decisive.Split('@') is [_, var cutoff] ? [int.Parse(cutoff, System.Globalization.CultureInfo.InvariantCulture)] : options.Evaluation.Cutoffs;
        return new(new(training, inner, inner.Cut(training, cancellationToken)), options with { Evaluation = options.Evaluation with { Cutoffs = cutoffs, Metrics = metrics, HasSlices = false } }, progress);
    }

    TuningPlan Plan(Documents.TrainerEntry entry) => new(
        entry.Spec, entry.Ranges, Pipeline.Tune.Trials, Pipeline.Tune.Seconds > 0 ? TimeSpan.FromSeconds(Pipeline.Tune.Seconds) : TimeSpan.MaxValue, Pipeline.DecisiveView, Pipeline.Decisive) { Seed = Pipeline.Seed };
}
