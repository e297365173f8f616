namespace Recommender.Tests.Training.Scheduling;

/// <summary>A clock that leaps to the next moment somebody waits for, and that asks for the end of the work when that lies past its own end.</summary>
sealed class JumpingClock(DateTimeOffset start, DateTimeOffset end) : TimeProvider, IDisposable
{
    readonly CancellationTokenSource _stopping = new();
    DateTimeOffset _now = start;

    /// <summary>Cancelled when the end has come.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Time passes while something is at work.</summary>
    public void Pass(TimeSpan time) => _now += time;

    public void Stop() => _stopping.Cancel();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan) ThreadPool.QueueUserWorkItem(_ => Jump(dueTime, callback, state));
        return new NoTimer();
    }

    public void Dispose() => _stopping.Dispose();

    void Jump(TimeSpan time, TimerCallback callback, object? state)
    {
        if (_now + time > end)
        {
            _now = end;
            Stop();
            return;
        }
        _now += time;
        callback(state);
    }

    sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
