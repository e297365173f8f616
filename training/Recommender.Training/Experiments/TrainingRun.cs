using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Training.Terminal;
using Recommender.Training.Trainers;

namespace Recommender.Training.Experiments;

/// <summary>One trainer's run with what it cost.</summary>
sealed record TrainingRun(ITrainer Trainer, IModel Model, double Seconds, double PeakMb)
{
    /// <summary>Every epoch that was told; those of a trainer's parts too.</summary>
    public IReadOnlyList<EpochReport> Curve { get; init; } = [];

    /// <summary>Trains and measures; every epoch is told to <paramref name="progress"/>.</summary>
    public static TrainingRun Of(ITrainer trainer, Dataset dataset, TrainingContext context, IProgress<StepProgress>? progress)
    {
        using var memory = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        progress?.Report(new($"training {trainer.Name}"));
        var epochs = progress is null ? null : new Epochs(progress, trainer.Name);
        var model = trainer.Train(dataset, epochs is null ? context : context with { Progress = epochs });
        return new(trainer, model, Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3), memory.Megabytes) { Curve = epochs?.Told ?? [] };
    }

    sealed class Epochs(IProgress<StepProgress> progress, string trainer) : IProgress<EpochReport>
    {
        readonly List<EpochReport> _told = [];

        public IReadOnlyList<EpochReport> Told => _told;

        public void Report(EpochReport value)
        {
            lock (_told) _told.Add(value);
            var part = value.Trainer == trainer ? "" : $"{value.Trainer} ";
            var loss = double.IsFinite(value.Loss) ? FormattableString.Invariant($", loss {value.Loss:G5}") : "";
            var rate = value.Examples > 0 && value.Elapsed > TimeSpan.Zero ? FormattableString.Invariant($", {value.Examples / value.Elapsed.TotalSeconds:N0} a second") : "";
            progress.Report(new($"training {trainer}", null, value.Of > 0 ? (double)value.Epoch / value.Of : null, $"{part}{value.Epoch} of {value.Of}{loss}{rate}"));
        }
    }
}
