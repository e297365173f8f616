using Recommender.Core.Models.Popularity;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Pipelines.Steps;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines;

/// <summary>What a run would do, without doing anything: each step, whether it was done before, and about what it will take.</summary>
sealed class PipelinePlan
{
    const string ByItself = "as long as last time";
    const string BySize = "by the size of the data";

    readonly RunSetting _setting;
    readonly FormerSteps _former;
    readonly List<PlannedStep> _steps = [];

    PipelinePlan(RunSetting setting, CancellationToken cancellationToken) => (_setting, _former) = (setting, FormerSteps.Read(setting, cancellationToken));

    /// <summary>The steps in the order in which they would run.</summary>
    public static IReadOnlyList<PlannedStep> Of(RunSetting setting, CancellationToken cancellationToken)
    {
        var plan = new PipelinePlan(setting, cancellationToken);
        var (snapshot, size) = plan.Import(cancellationToken);
        plan.Compete(snapshot, size);
        return plan._steps;
    }

    Pipeline Pipeline => _setting.Pipeline;

    (SnapshotFolder? Snapshot, DataSize Size) Import(CancellationToken cancellationToken)
    {
        var dataset = _setting.Home.Dataset(_setting.Tenant, Pipeline.Dataset);
        if (Pipeline.Source is not { } source) return (dataset.Current, DataSize.Of(dataset.Current.Manifest));

        var current = dataset.CurrentIfThere;
        var size = source.Generate is { } shop ? DataSize.OfLines(shop.Lines) : DataSize.OfBytes(ImportStep.Paths(_setting).Sum(path => new FileInfo(path).Length));
        var made = ImportStep.FormerHash(_setting, _former, cancellationToken);
        var isCurrent = made is not null && made == current?.Manifest.Hash;
        if (source.Generate is { } wanted) Add($"generate {wanted.Shop}", _former.Has(ImportStep.KeyOf(wanted)), StepEstimate.Generate(size.Lines));
        Add($"import {Pipeline.Dataset}", isCurrent, StepEstimate.Import(size.Lines));
        return isCurrent ? (current, DataSize.Of(current!.Manifest)) : (null, size);
    }

    void Compete(SnapshotFolder? snapshot, DataSize size)
    {
        var data = snapshot is null ? null : new PipelineData(_setting, snapshot, default);
        var threads = _setting.Threads;
        var specs = Pipeline.Trainers.Entries.Select(entry => Tune(entry, (data, size), threads)).ToArray();
        var trainers = TrainerChoice.Create(string.Join(',', specs.Select((spec, at) => spec ?? Pipeline.Trainers.Entries[at].Spec)));
        if (!Pipeline.Explicit && trainers.All(trainer => trainer.Name != PopularityModel.Name)) trainers = [.. trainers, TrainerCatalogue.Create(PopularityModel.Name, [])];
        var isKnown = data is not null && Array.TrueForAll(specs, spec => spec is not null);
        foreach (var trainer in trainers) Add($"measure {trainer.Name}", isKnown && _former.Has(MeasureStep.KeyOf(_setting, data!, trainer)), StepEstimate.Measure(trainer, size, threads));

        var isMeasured = isKnown && _steps.TrueForAll(step => step.IsDone);
        var dearest = trainers.Select(trainer => StepEstimate.Train(trainer, size, threads)).MaxBy(cost => cost.Seconds);
        var isPublished = isMeasured && PublishStep.InputsOf(_setting.Store.Model(Pipeline.ModelName)) is { Count: > 0 } published
            && trainers.Any(trainer => published.Contains(PublishStep.KeyOf(_setting, data!, trainer).Text));
        Add("train the best", isPublished, dearest);
        if (Pipeline.Rules is not null) Add("find rules", isPublished, StepEstimate.Count(size, threads));
        if (MatrixStep.NameOf(Pipeline) is { } matrix) Add($"count {matrix}", data is not null && PublishStep.Find(_setting.Store.Model(matrix), MatrixStep.KeyOf(_setting, data.Hash)) is not null, StepEstimate.Count(size, threads));
        Add("publish", isPublished, (1, 0));
        Add("promote", isPublished && _setting.Store.Model(Pipeline.ModelName).Aliases.ContainsKey(Pipeline.Alias), (1, 0));
    }

    // The options that won, or null where they are not known yet.
    TrainerSpec? Tune(Documents.TrainerEntry entry, (PipelineData? Data, DataSize Size) known, int threads)
    {
        if (entry.Ranges.Count == 0) return entry.Spec;

        var best = known.Data is null ? null : (string?)_former.Find(TuneStep.KeyOf(_setting, known.Data, entry))?.Result["best"];
        var (seconds, megabytes) = StepEstimate.Measure(TrainerCatalogue.Create(entry.Spec.Name, entry.Spec.Options), known.Size, threads);
        var all = seconds * Pipeline.Tune.Trials;
        Add($"tune {entry.Spec.Name}", best is not null, (Pipeline.Tune.Seconds > 0 ? Math.Min(all, Pipeline.Tune.Seconds) : all, megabytes));
        return best is null ? null : TrainerSpec.Parse(best);
    }

    void Add(string name, bool isDone, (double Seconds, double Megabytes) size)
    {
        var isFormer = _former.Seconds.TryGetValue(name, out var former);
        _steps.Add(isDone && !_setting.IsFresh ? new(name, IsDone: true, 0, 0) : new(name, IsDone: false, isFormer ? former : size.Seconds, size.Megabytes) { Note = isFormer ? ByItself : BySize });
    }
}
