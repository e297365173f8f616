using System.Diagnostics;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Store;
using Recommender.Storage.Baskets;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Counts the cross-sell matrix and publishes it as a model of its own. The same inputs give no second version.</summary>
sealed class MatrixStep(RunSetting setting, StepCache steps, SnapshotFolder snapshot)
{
    /// <summary>The matrix's name in the store; null when none is asked for.</summary>
    public static string? NameOf(Pipeline pipeline) => pipeline.Matrix is { } matrix ? matrix.Model ?? $"{pipeline.ModelName}-cross-sell" : null;

    /// <summary>The hash of all that decides the matrix.</summary>
    public static StepKey KeyOf(RunSetting setting, string hash) => StepKey.Of("matrix", hash, setting.Pipeline.Level.ToString(), setting.Pipeline.Matrix);

    /// <summary>The version; null when none is asked for.</summary>
    public SealedFolder? Run(IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        if (setting.Pipeline.Matrix is not { } asked) return null;

        var name = NameOf(setting.Pipeline)!;
        var model = setting.Store.Model(name);
        var key = KeyOf(setting, snapshot.Manifest.Hash);
        return steps.Note($"count {name}", () => !setting.IsFresh && PublishStep.Find(model, key) is { } known ? (known, true) : (Publish(asked, (model, key), progress, cancellationToken), false));
    }

    SealedFolder Publish(MatrixSection asked, (StoredModel Model, StepKey Key) place, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new($"count {place.Model.Name}"));
        var request = new BasketRequest { Level = setting.Pipeline.Level, HalfLife = asked.HalfLife };
        var data = BasketReader.Read(setting.Home, snapshot, request, cancellationToken);
        var options = new CrossSellOptions { MinCount = asked.MinCount, Best = asked.Best, Threads = setting.Threads };
        using var memory = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var built = CrossSellBuilder.Build(data.Baskets, options, new ShareSteps($"count {place.Model.Name}", progress), cancellationToken);
        using var matrix = CountedMatrix.Of(data, built, options, (Stopwatch.GetElapsedTime(started).TotalSeconds, memory.Megabytes));

        using var writer = setting.Writer(cancellationToken);
        using var draft = place.Model.Draft();
        draft.Take(CrossSellFolder.Fill(draft.Folder, matrix.Matrix, matrix.Items));
        var manifest = matrix.Manifest with { Pipeline = setting.Pipeline.Name, Inputs = place.Key.Text, Level = setting.LevelName };
        return place.Model.Publish(draft, manifest, setting.Note($"run of the pipeline {setting.Pipeline.Name}"), cancellationToken);
    }
}
