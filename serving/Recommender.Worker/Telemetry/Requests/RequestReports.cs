using System.Diagnostics;
using System.Diagnostics.Metrics;
using Recommender.Engine.Answers;

namespace Recommender.Worker.Telemetry.Requests;

/// <summary>
/// Counts and times every request: an endpoint takes the time with <see cref="Begin"/> and says at its end how it went, once. Allocates nothing.
/// </summary>
sealed class RequestReports
{
    public const string MeterName = "Recommender.Worker";

    readonly TimeProvider _clock;
    readonly Histogram<double> _durations;
    readonly Counter<long> _items;
    readonly Counter<long> _filled;
    readonly Counter<long> _refusals;

    public RequestReports(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        _clock = clock;
        _durations = meter.CreateHistogram<double>("recommender.request.duration", "s", "From the arrival of a request to its answer, by endpoint, model and the strategy of the first place.", advice: new() { HistogramBucketBoundaries = Buckets.Milliseconds });
        _items = meter.CreateCounter<long>("recommender.answer.items", "{item}", "Items answered, by the strategy that gave them.");
        _filled = meter.CreateCounter<long>("recommender.answer.filled", "{answer}", "Answers filled up with what is popular, because nothing surer was left.");
        _refusals = meter.CreateCounter<long>("recommender.request.refusals", "{request}", "Requests refused, by the code of the problem.");
    }

    /// <summary>The moment at which a request came, for <see cref="ServedRequest.Started"/>.</summary>
    public long Begin() => _clock.GetTimestamp();

    /// <summary>A list was answered.</summary>
    public void Answered(in ServedRequest request, Answer answer)
    {
        var counts = new StrategyCounts();
        counts.Add(answer.Items);
        Answered(request, new(answer.Model, answer.Version), counts);
    }

    /// <summary>Anything else was answered: pairs, numbers, or the lists of a batch.</summary>
    public void Answered(in ServedRequest request, in AnsweredBy by, StrategyCounts counts)
    {
        Time(request, StatusClass.Of(200), by.Model, counts.Leading);
        Count(request, by.Model, counts);
        Describe(request, by);
    }

    /// <summary>A request was refused, or failed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The problem's code, as in <c>RATE_LIMITED</c>.</param>
    /// <param name="status">Its status over HTTP; for gRPC that of the same problem.</param>
    public void Refused(in ServedRequest request, string code, int status)
    {
        Time(request, StatusClass.Of(status), "", "");
        _refusals.Add(1, new TagList { { "protocol", request.Protocol }, { "endpoint", request.Endpoint }, { "tenant", request.Tenant }, { "code", code } });
        if (Activity.Current is { IsAllDataRequested: true } span) span.SetTag("recommender.tenant", request.Tenant).SetTag("recommender.code", code);
    }

    void Time(in ServedRequest request, string status, string model, string strategy)
    {
        if (!_durations.Enabled) return;

        _durations.Record(_clock.GetElapsedTime(request.Started).TotalSeconds, new TagList
        {
            { "protocol", request.Protocol }, { "endpoint", request.Endpoint }, { "tenant", request.Tenant },
            { "model", model }, { "strategy", strategy }, { "status", status },
        });
    }

    void Count(in ServedRequest request, string model, StrategyCounts counts)
    {
        for (var strategy = default(Strategy); (int)strategy < StrategyCounts.Most; strategy++)
        {
            if (counts[strategy] is var items and > 0) _items.Add(items, TagsOf(request, model, "strategy", StrategyCounts.NameOf(strategy)));
        }
        if (counts.IsFilled) _filled.Add(1, TagsOf(request, model, "endpoint", request.Endpoint));
    }

    // Only where a trace is being kept: boxes the version.
    static void Describe(in ServedRequest request, in AnsweredBy by)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span) return;

        span.SetTag("recommender.tenant", request.Tenant).SetTag("recommender.model", by.Model).SetTag("recommender.version", by.Version);
    }

    static TagList TagsOf(in ServedRequest request, string model, string further, string value) =>
        new() { { "tenant", request.Tenant }, { "model", model }, { further, value } };
}
