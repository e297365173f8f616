namespace Recommender.Worker.Telemetry.Health;

/// <summary>Requests that are under way, and itself until nobody joins it any more.</summary>
sealed class Crowd
{
    readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _inside = 1;

    /// <summary>Done when the last one has left.</summary>
    public Task Gone => _gone.Task;

    public void Enter() => Interlocked.Increment(ref _inside);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inside) == 0) _gone.TrySetResult();
    }
}
