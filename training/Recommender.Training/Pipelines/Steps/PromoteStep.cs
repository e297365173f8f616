using Recommender.Core.Store;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Makes a version live when its gates let it pass, on the data of this run; a version that somebody rolled back stays back.</summary>
sealed class PromoteStep(RunSetting setting, StepCache steps, MeasureStep measure)
{
    const string Name = "promote";

    Pipeline Pipeline => setting.Pipeline;

    string Reason => $"run of the pipeline {Pipeline.Name}";

    /// <summary>What came of it.</summary>
    public RunVerdict Run(SealedFolder version, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var (model, number) = Place(version);
        if (IsLive(model, number)) return steps.Note(Name, () => (new RunVerdict(IsPromoted: true, IsNew: false, []), true));
        if (RolledBack(model, number) is { } by) return steps.Note(Name, () => (new RunVerdict(IsPromoted: false, IsNew: false, []) { Refusal = by }, false));

        progress.Report(new(Name));
        return steps.Note(Name, () =>
        {
            // What is live was trained on all of its data, so it is its recipe that is measured on this one.
            var promotion = new Promotion(new(setting.Home, setting.Tenant, setting.Threads, progress), setting.Clock)
            {
                Measure = rival => measure.Run(RecipeTrial.TrainerOf(rival), progress, cancellationToken).Measured,
            };
            var outcome = promotion.Run(new(model, number, Pipeline.Alias) { Reason = Reason }, cancellationToken);
            return (new RunVerdict(outcome.IsPromoted, outcome.IsPromoted, outcome.Gates) { Refusal = outcome.IsPromoted ? null : outcome.Refusals }, false);
        });
    }

    /// <summary>Makes a version live that has no gates of its own, such as the matrix beside a model that passed.</summary>
    public void Follow(SealedFolder version, CancellationToken cancellationToken)
    {
        var (model, number) = Place(version);
        if (IsLive(model, number) || RolledBack(model, number) is not null) return;

        using var writer = setting.Writer(cancellationToken);
        model.Promote(number, Pipeline.Alias, setting.Note(Reason), cancellationToken);
    }

    (StoredModel Model, int Number) Place(SealedFolder version) => (setting.Store.Model(version.Manifest.Model!), version.Manifest.Version!.Value);

    bool IsLive(StoredModel model, int version) => model.Aliases.TryGetValue(Pipeline.Alias, out var live) && live == version;

    // Data that did not change would bring back at night what somebody took away by day.
    string? RolledBack(StoredModel model, int version)
    {
        var last = model.History.LastOrDefault(entry => entry.Alias == Pipeline.Alias && (entry.Version == version || entry.From == version));
        return last is { Action: HistoryAction.Rollback } && last.From == version
            ? $"{last.Who} rolled version {version} back on {last.At:yyyy-MM-dd HH:mm}{(last.Why is null ? "" : $" ({last.Why})")}, and the same inputs do not bring it back; promote it by hand: recommender models promote {model.Name}@{version}"
            : null;
    }
}
