using System.Collections.Concurrent;

namespace Recommender.Worker.Grpc.Health;

/// <summary>Which services take calls, and who waits to hear of a change. The empty name is the worker as a whole.</summary>
sealed class HealthBoard
{
    readonly ConcurrentDictionary<string, bool> _serving = new(StringComparer.Ordinal);
    TaskCompletionSource _changed = NewChange();

    /// <summary>Done at the next change.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Whether the worker has begun to end: those who wait may go.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Whether a service takes calls; null for one that is not here.</summary>
    public bool? IsServing(string service) => _serving.TryGetValue(service, out var serving) ? serving : null;

    /// <summary>Says whether a service takes calls.</summary>
    public void Set(string service, bool isServing)
    {
        _serving[service] = isServing;
        Tell();
    }

    /// <summary>The worker and these services take calls from now on.</summary>
    public void Begin(params string[] services)
    {
        foreach (var service in (string[])["", .. services]) Set(service, isServing: true);
    }

    /// <summary>No service takes calls any more.</summary>
    public void End()
    {
        foreach (var service in _serving.Keys) _serving[service] = false;
        IsEnding = true;
        Tell();
    }

    void Tell() => Interlocked.Exchange(ref _changed, NewChange()).SetResult();

    static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
