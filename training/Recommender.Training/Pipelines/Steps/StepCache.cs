using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Training.Terminal;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>
/// Runs steps, each once for the same inputs: what it made stands in a folder named by its key, visible when it is whole. A run that was
/// killed goes on with the step it was in. Only the holder of the pipeline's lock runs steps.
/// </summary>
sealed class StepCache
{
    readonly string _folder;
    readonly IProgress<StepProgress> _progress;
    readonly TimeProvider _clock;
    readonly List<StepReport> _done = [];
    readonly HashSet<string> _used = [];

    public StepCache(RunSetting setting, IProgress<StepProgress> progress)
    {
        (_folder, _progress, _clock) = (setting.Steps, progress, setting.Clock);
        var folder = _folder;
        DurableFolder.Create(folder);
        if (setting.IsFresh) foreach (var former in Directory.EnumerateDirectories(folder)) DurableFolder.Remove(former);
        foreach (var left in Directory.EnumerateFileSystemEntries(folder).Where(StagingName.Is)) Directory.Delete(left, recursive: true);
    }

    /// <summary>The steps so far, in their order.</summary>
    public IReadOnlyList<StepReport> Done => _done;

    /// <summary>What a step made, from an earlier run where it is there and <paramref name="isGood"/> says it still holds.</summary>
    public StepFolder Run(string name, StepKey key, Func<string, JsonObject> work, Func<JsonObject, bool>? isGood, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_folder, key.Text);
        _used.Add(key.Text);
        if (StepFolder.Read(folder, cancellationToken) is { } known && isGood?.Invoke(known.Result) != false)
        {
            _done.Add(new(name, IsCached: true, 0));
            return known;
        }
        if (Directory.Exists(folder)) DurableFolder.Remove(folder);

        _progress.Report(new(name));
        return Make(name, folder, work, cancellationToken);
    }

    /// <summary>Work whose result stands elsewhere, such as in the store.</summary>
    public T Note<T>(string name, Func<(T Result, bool IsCached)> work)
    {
        var started = _clock.GetTimestamp();
        var (result, isCached) = work();
        _done.Add(new(name, isCached, isCached ? 0 : Seconds(started)));
        return result;
    }

    /// <summary>A folder that a step may keep notes in while it works, so that it goes on where it was killed; gone when the whole run has ended.</summary>
    public string Workplace(StepKey key)
    {
        var folder = Path.Combine(_folder, $"{key.Text}.part");
        DurableFolder.Create(folder);
        return folder;
    }

    /// <summary>Removes what no step of this run was.</summary>
    public void RemoveOthers()
    {
        foreach (var other in Directory.EnumerateDirectories(_folder).Where(path => !_used.Contains(Path.GetFileName(path)))) DurableFolder.Remove(other);
    }

    StepFolder Make(string name, string folder, Func<string, JsonObject> work, CancellationToken cancellationToken)
    {
        var staging = StagingName.Next(_folder);
        try
        {
            WriteFailure.Explain(_folder, () => Directory.CreateDirectory(staging));
            var started = _clock.GetTimestamp();
            var made = (Result: work(staging), Seconds: Seconds(started));
            StepFolder.Seal(staging, name, made, cancellationToken);
            DurableFolder.Publish(staging, folder);
            _done.Add(new(name, IsCached: false, made.Seconds));
            return new(folder, name, made.Result, made.Seconds);
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    double Seconds(long started) => Math.Round(_clock.GetElapsedTime(started).TotalSeconds, 3);
}
