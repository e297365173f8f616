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
            ActivityStopped = Hear,   // of the tests beside it too, where they had one made
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<Activity> Ended { get; } = new();

    void Hear(Activity span)
    {
        if (span.TraceId == _test.TraceId) Ended.Enqueue(span);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
