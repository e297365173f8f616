using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Scheduling;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>
/// A search on a validation part cut from the training part, then one look at the test part. Its trials are kept under the home, so that a search
/// that was ended goes on where it was when it is asked for again.
/// </summary>
sealed class TuningSearch(DataChoice choice, TuningPlan plan, TrialOptions options, TrialPlace place)
{
    const string Journal = "trials.jsonl";

    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>Whether an earlier search is forgotten.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The model that gets the best as its next version; null: none.</summary>
    public StoredModel? Target { get; init; }

    /// <summary>Searches, measures, and publishes where that was asked for.</summary>
    public TuningResult Run(CancellationToken cancellationToken)
    {
        place.Progress.Report(new("reading data"));
        var given = TrainerCatalogue.Create(plan.Trainer.Name, plan.Trainer.Options);
        var data = choice.Cut(place.Home, place.Tenant, given.Needs | Needs() | (options.IsExplicit ? DatasetParts.Ratings : DatasetParts.None), cancellationToken);
        TrainerChoice.Check([given], data.Fold.Training, options.IsExplicit);

        var name = NameOf(data);
        using var held = PipelineLock.TryAcquire(Runs, name) ?? throw new UserErrorException($"The same search is at work ({PipelineLock.Runner(Runs, name)}). Wait for it, or search with another --seed.");
        var file = Path.Combine(Runs.Of(name), Journal);
        if (IsFresh) File.Delete(file);
        var journal = TrialJournal.Open(file);
        var tuner = new Tuner(Validation(data, cancellationToken), plan with { Seed = choice.Seed }, journal, TimeProvider.System, place.Progress);
        var leaders = tuner.Run(cancellationToken);
        return Measured((data, given), leaders, cancellationToken) with { Trials = tuner.Ended, TakenOver = journal.TakenOver };
    }

    RunsFolder Runs => place.Home.RunsOf(place.Tenant);

    // The budget is no part of it: with more trials or time the same search goes on.
    string NameOf(CutData data) => $"tune-{StepKey.Of("tune", data.Fold.Training.Hash, choice.Seed, plan.Trainer.ToString(), plan.Ranges.Select(range => $"{range.Option}={range.Words}").ToArray(), plan.View, plan.Metric).Text[..16]}";

    Trial Validation(CutData data, CancellationToken cancellationToken)
    {
        var training = data.Fold.Training;
        var inner = Split.Parse(training.HasTimes && !options.IsExplicit ? "temporal" : "holdout:0.2", choice.Seed);
        return new(new(training, inner, inner.Cut(training, cancellationToken)), options, place.Progress);
    }

    TuningResult Measured((CutData Data, ITrainer Given) asked, IReadOnlyList<TuningTrial> leaders, CancellationToken cancellationToken)
    {
        var trial = new Trial(asked.Data, options with { Evaluation = options.Evaluation with { HasSlices = Target is not null } }, place.Progress);
        var best = TrainerCatalogue.Create(leaders[0].Spec.Name, leaders[0].Spec.Options);
        var results = new[] { trial.Run(asked.Given, cancellationToken), trial.Run(best, cancellationToken) };
        var test = trial.Result(results);
        var differences = Comparison.Between(new(test, results[0].Evaluation), new(test, results[1].Evaluation), options.Evaluation.Bootstrap, cancellationToken);
        var result = new TuningResult(plan, leaders, test, differences) { Trials = [] };
        var kept = result.IsWorse ? asked.Given : best;
        return Target is null ? result : Published(result, (asked.Data.Dataset, kept, trial), cancellationToken);
    }

    // The recipe first and the baseline second, as gates and comparisons read them; ratings have no such baseline.
    TuningResult Published(TuningResult result, (Dataset Dataset, ITrainer Kept, Trial Trial) made, CancellationToken cancellationToken)
    {
        TrainerResult[] baseline = options.IsExplicit ? [] : [made.Trial.Run(TrainerCatalogue.Create(PopularityModel.Name, []), cancellationToken)];
        var measured = result.Test with { Trainers = [result.Test.Trainers[result.IsWorse ? 0 : 1], .. baseline] };
        var context = new TrainingContext { Seed = choice.Seed, Threads = options.Threads, Cancellation = cancellationToken };
        var run = TrainingRun.Of(made.Kept, made.Dataset, context, place.Progress);
        using var writer = WriterLock.Acquire(place.Home, "tune", Wait, sentence => place.Progress.Report(new(sentence)), cancellationToken);
        var publication = new ModelPublication(TenantKey.Ensure(place.Home.Tenant(place.Tenant), writer), TimeProvider.System)
        {
            Evaluation = measured,
            Gates = new() { Metric = plan.Metric, View = plan.View, BeatsPopularity = !options.IsExplicit },
            Why = result.IsWorse ? $"the options given: the best of {result.Leaders.Count} sets were worse on the test part" : $"the best of {result.Leaders.Count} sets of options, by {plan.Metric} on the validation part",
        };
        return result with
        {
            Test = result.Test with { Trainers = [.. result.Test.Trainers, .. baseline] },
            Published = publication.Publish(Target!, run, made.Dataset, choice with { Split = null }, cancellationToken),
        };
    }

    // A weight among the choices may need columns that the options given do not.
    DatasetParts Needs() => plan.Ranges.SelectMany(range => range.Choices.Select(text => plan.Trainer.With(range.Option, text)))
        .Aggregate(DatasetParts.None, (parts, spec) => parts | TrainerCatalogue.Create(spec.Name, spec.Options).Needs);
}
