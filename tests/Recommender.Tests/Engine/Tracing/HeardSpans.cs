using System.Collections.Concurrent;
using System.Diagnostics;

namespace Recommender.Tests.Engine.Tracing;

/// <summary>The engine's spans of what one test does, and of no test beside it.</summary>
sealed class HeardSpans : IDisposable
{
    readonly Activity _test = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
    readonly ActivityListener _listener;

    public HeardSpans()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "Recommender.Engine",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _test.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = Ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<Activity> Ended { get; } = new();

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
