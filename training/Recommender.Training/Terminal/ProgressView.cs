using System.Diagnostics;
using Recommender.Storage.Generation;
using Recommender.Storage.Homes;
using Recommender.Storage.Imports;
using Spectre.Console;

namespace Recommender.Training.Terminal;

/// <summary>Shows long work: a moving bar with rate and time left on a terminal, a plain line a step in a pipe.</summary>
sealed class ProgressView(Screen screen)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public T Show<T>(Func<IProgress<ImportProgress>, T> work) => Steps(progress => work(new Imported(progress)));

    /// <summary>Work in steps, each with a bar of its own.</summary>
    public T Steps<T>(Func<IProgress<StepProgress>, T> work)
    {
        if (!Screen.HasLiveNotes) return work(new Lines(screen.Notes));

        return screen.Notes.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bars(context)));
    }

    /// <summary>Writes a demo shop with a bar.</summary>
    public GenerateSummary Generate(GenerateOptions options, string folder, CancellationToken cancellationToken) =>
        Show(progress => ShopGenerator.Generate(options, folder, new Written(progress, options.Shop), cancellationToken));

    /// <summary>Work on files, with a bar of the bytes done.</summary>
    public T Work<T>(Func<IProgress<WorkProgress>, T> work) => Show(progress => work(new Bytes(progress)));

    /// <summary>One bar a step: it fills where the share is known and pulses where it is not.</summary>
    sealed class Bars(ProgressContext context) : IProgress<StepProgress>
    {
        readonly long _started = Stopwatch.GetTimestamp();
        ProgressTask? _task;
        string? _step;

        public void Report(StepProgress value)
        {
            lock (context)
            {
                if (_step != value.Step)
                {
                    _task?.StopTask();
                    if (_task is not null) _task.Value = _task.MaxValue;
                    (_step, _task) = (value.Step, context.AddTask(Markup.Escape(value.Step)));
                }
                _task!.IsIndeterminate = value.Share is null;
                if (value.Share is { } share) _task.Value = 100 * share;
                if (value.Detail is { } detail) _task.Description = $"{Markup.Escape(value.Step)} [grey]{Markup.Escape(detail)}[/]";
                else if (value.Rows is { } rows)
                    _task.Description = $"{Markup.Escape(value.Step)} [grey]{rows:N0} rows, {rows / Math.Max(0.1, Stopwatch.GetElapsedTime(_started).TotalSeconds):N0} a second[/]";
            }
        }
    }

    /// <summary>A line when a step begins, and another every few seconds while it lasts.</summary>
    sealed class Lines(IAnsiConsole notes) : IProgress<StepProgress>
    {
        string? _step;
        long _said;

        public void Report(StepProgress value)
        {
            lock (notes)
            {
                if (_step == value.Step && Stopwatch.GetElapsedTime(_said) < Pause) return;

                (_step, _said) = (value.Step, Stopwatch.GetTimestamp());
                notes.WriteLine($"{value.Step}{(value.Detail is null ? "" : $", {value.Detail}")}{(value.Rows is > 0 ? $", {value.Rows:N0} rows" : "")}{(value.Share is { } share and > 0 ? $", {share:P0}" : "")}");
            }
        }
    }

    /// <summary>The steps of an import.</summary>
    sealed class Imported(IProgress<StepProgress> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(new(value.Step, value.Rows, value.Share));
    }

    /// <summary>Lines of a demo shop as rows of a step.</summary>
    sealed class Written(IProgress<ImportProgress> progress, string shop) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value) => progress.Report(new($"generating {shop}", value.Lines, (double)value.Lines / value.Of));
    }

    /// <summary>Bytes of one piece of work as a share.</summary>
    sealed class Bytes(IProgress<ImportProgress> progress) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => progress.Report(new("working", Share: value.Total > 0 ? (double)value.Done / value.Total : null));
    }
}
