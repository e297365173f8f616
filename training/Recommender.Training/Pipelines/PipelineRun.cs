using System.Globalization;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Metrics;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Store;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;
using Recommender.Training.Views.Reports;

namespace Recommender.Training.Pipelines;

/// <summary>
/// A pipeline from source to live version: import, tune, measure every candidate, train the best on all data, publish, and promote
/// through the gates. Each step is done once for the same inputs, so a second run repeats nothing and a killed one goes on.
/// </summary>
sealed class PipelineRun(RunSetting setting, IProgress<StepProgress> progress, CancellationToken cancellationToken)
{
    readonly StepCache _steps = new(setting, progress);

    Pipeline Pipeline => setting.Pipeline;

    /// <summary>Runs it; the caller holds the pipeline's lock.</summary>
    public RunResult Run()
    {
        MustKnowTheRival();
        var id = setting.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var snapshot = new ImportStep(setting, _steps, progress).Run(cancellationToken);
        var key = setting.Key(cancellationToken);
        var data = new PipelineData(setting, snapshot, Needs());
        var tune = new TuneStep(setting, _steps, data);
        var trainers = TrainerChoice.Create(string.Join(',', Pipeline.Trainers.Entries.Select(entry => tune.Run(entry, progress, cancellationToken))));
        var measure = new MeasureStep(setting, _steps, data, key);
        var candidates = trainers.Select(trainer => measure.Run(trainer, progress, cancellationToken)).ToArray();
        var baseline = Baseline(candidates, measure);
        var chosen = Best(candidates);

        var version = Version((chosen, baseline, candidates), tune.Searches, (data, snapshot, key));
        var matrix = new MatrixStep(setting, _steps, snapshot).Run(progress, cancellationToken);
        var promote = new PromoteStep(setting, _steps, measure);
        var verdict = promote.Run(version, progress, cancellationToken);
        if (matrix is not null && verdict.IsPromoted) promote.Follow(matrix, cancellationToken);
        var pruned = Prune(version.Manifest.Model!, matrix?.Manifest.Model);
        _steps.RemoveOthers();
        return new(id, version, verdict, _steps.Done) { Candidates = candidates, Chosen = chosen, Matrix = matrix, Pruned = pruned };
    }

    SealedFolder Version((Candidate Chosen, Candidate? Baseline, IReadOnlyList<Candidate> All) contest, IReadOnlyList<Search> searches, (PipelineData Data, SnapshotFolder Snapshot, Storage.Homes.TenantKey Key) inputs)
    {
        var publish = new PublishStep(setting, inputs.Data);
        if (!setting.IsFresh && publish.Find(contest.Chosen.Trainer) is { } known)
        {
            known.Demand(known: null, cancellationToken);
            _steps.Note($"train {contest.Chosen.Trainer.Name}", () => (known, true));
            if (Pipeline.Rules is not null) _steps.Note("find rules", () => (known, true));
            return _steps.Note("publish", () => (known, true));
        }
        var trained = new TrainStep(setting, _steps, inputs.Data, inputs.Key).Run(contest.Chosen.Trainer, progress, cancellationToken);
        var rules = new RulesStep(setting, _steps, inputs.Snapshot).Run(progress, cancellationToken);
        progress.Report(new("publish"));
        return _steps.Note("publish", () => (publish.Run(new(contest.Chosen, contest.Baseline, trained, rules) { Candidates = contest.All, Searches = searches, Snapshot = inputs.Snapshot }, cancellationToken), false));
    }

    // A misspelt alias would point nowhere, and its gate let everything pass.
    void MustKnowTheRival()
    {
        var aliases = setting.Store.Model(Pipeline.ModelName).Aliases.Keys.Append(Pipeline.Alias).Append(StoredModel.Production).Distinct().ToArray();
        if (Pipeline.Gates.NotWorseThan is { } alias && !aliases.Contains(alias))
            throw new UserErrorException($"{setting.File.Path}: there is no alias '{alias}' to be not worse than.{Suggestion.For(alias, aliases)} Name one of {string.Join(", ", aliases)}, or none.");
    }

    // Every version is held against what needs no model at all; ratings have no such baseline.
    Candidate? Baseline(IReadOnlyList<Candidate> candidates, MeasureStep measure) => Pipeline.Explicit ? null
        : candidates.FirstOrDefault(candidate => candidate.Trainer.Name == PopularityModel.Name)
            ?? measure.Run(TrainerCatalogue.Create(PopularityModel.Name, []), progress, cancellationToken);

    Candidate Best(IReadOnlyList<Candidate> candidates)
    {
        var (view, metric) = (Pipeline.DecisiveView, Pipeline.Decisive);
        var sign = MetricTable.SenseOf(metric) == Sense.Lower ? -1 : 1;
        return candidates.Where(candidate => candidate.Value(view, metric) is not null).MaxBy(candidate => sign * candidate.Value(view, metric))
            ?? throw new UserErrorException($"Nobody in the test part had anything to find in the view '{view}', so '{metric}' cannot decide. Choose another 'view', 'metric' or 'split'.");
    }

    IReadOnlyList<int> Prune(params ReadOnlySpan<string?> models)
    {
        if (Pipeline.Keep == 0) return [];

        var pruned = new List<int>();
        foreach (var name in models)
        {
            if (name is null || setting.Store.Model(name).Prunable(Pipeline.Keep).Count == 0) continue;

            using var writer = setting.Writer(cancellationToken);
            pruned.AddRange(setting.Store.Model(name).Prune(Pipeline.Keep, setting.Note($"the pipeline keeps {Pipeline.Keep}"), cancellationToken));
        }
        return pruned;
    }

    // All trainers read the same data set, so what one of them needs is read for all; ends of a range may need what the options given do not.
    DatasetParts Needs() => Pipeline.Trainers.Entries
        .SelectMany(entry => entry.Ranges.SelectMany(range => range.Ends.Select(end => entry.Spec.With(range.Option, end))).Append(entry.Spec))
        .Aggregate(DatasetParts.Catalogue, (parts, spec) => parts | TrainerCatalogue.Create(spec.Name, spec.Options).Needs);
}
