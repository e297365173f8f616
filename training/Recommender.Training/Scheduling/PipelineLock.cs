using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scheduling;

/// <summary>
/// The right to run one pipeline of a tenant, or to schedule it. The operating system holds it on a file of the pipeline's folder, so it ends with
/// its process whatever ends that. The process that does the work takes it: a run goes on, and keeps others out, when its scheduler dies.
/// </summary>
sealed class PipelineLock : IDisposable
{
    readonly string _folder;
    readonly FileStream _held;

    PipelineLock(string folder, FileStream held) => (_folder, _held) = (folder, held);

    /// <summary>The right to run it, null when somebody runs it already: <see cref="Runner"/> says who.</summary>
    public static PipelineLock? TryAcquire(RunsFolder runs, string pipeline) => TryAcquire(runs.Of(pipeline), "run");

    /// <summary>The right to schedule it, null when another scheduler does: <see cref="Planner"/> says which.</summary>
    public static PipelineLock? TryAcquireSchedule(RunsFolder runs, string pipeline) => TryAcquire(ScheduleOf(runs, pipeline), "schedule");

    /// <summary>Who runs the pipeline, such as "run, process 123".</summary>
    public static string Runner(RunsFolder runs, string pipeline) => LockHolder.Describe(runs.Of(pipeline));

    /// <summary>Who schedules the pipeline, such as "schedule, process 123".</summary>
    public static string Planner(RunsFolder runs, string pipeline) => LockHolder.Describe(ScheduleOf(runs, pipeline));

    public void Dispose()
    {
        if (_held.SafeFileHandle.IsClosed) return;

        LockHolder.Erase(_folder);
        _held.Dispose();
    }

    static string ScheduleOf(RunsFolder runs, string pipeline) => Path.Combine(runs.Of(pipeline), ".schedule");

    static PipelineLock? TryAcquire(string folder, string verb)
    {
        DurableFolder.Create(folder);
        return WriteFailure.Explain(folder, () =>
        {
            if (FileLock.TryTake(Path.Combine(folder, FileLock.FileName)) is not { } held) return null;

            LockHolder.Write(folder, verb);
            return new PipelineLock(folder, held);
        });
    }
}
