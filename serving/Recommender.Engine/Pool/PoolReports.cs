using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Recommender.Engine.Pool;

/// <summary>What a pool tells of itself: log lines and the instruments of the meter Recommender.Engine.</summary>
sealed class PoolReports : IDisposable
{
    const string MeterName = "Recommender.Engine";

    readonly ILogger _log;
    readonly Meter _meter = new(MeterName);
    readonly Counter<long> _loads;
    readonly Histogram<double> _swaps;
    readonly Counter<long> _letGo;

    public PoolReports(ILogger log, Residents residents)
    {
        _log = log;
        _loads = _meter.CreateCounter<long>("recommender.pool.loads", "{version}", "Versions that went live or were refused, by outcome.");
        _swaps = _meter.CreateHistogram<double>("recommender.pool.swap.duration", "s", "From beginning to open a version to its first answer.");
        _letGo = _meter.CreateCounter<long>("recommender.pool.let_go", "{version}", "Versions let go because nobody asked for them.");
        _meter.CreateObservableUpDownCounter("recommender.pool.versions", () => residents.Versions.Count, "{version}", "Versions in memory.");
        _meter.CreateObservableUpDownCounter("recommender.pool.mapped", () => residents.Bytes, "By", "Bytes of the versions in memory.");
        _meter.CreateObservableUpDownCounter("recommender.pool.leases", () => residents.Versions.Sum(version => version.Leases), "{lease}", "Questions that read a version at this moment.");
    }

    public void WentLive(WatchedModel model, Slot slot, TimeSpan took)
    {
        var tags = TagsOf(model, slot);
        _swaps.Record(took.TotalSeconds, tags);
        tags.Add("outcome", "live");
        _loads.Add(1, tags);
        Log.WentLive(_log, model.Tenant, model.Name, slot.Which, slot.Live?.Version ?? 0, took.TotalMilliseconds);
    }

    public void Refused(WatchedModel model, Slot slot, string problem, bool isNews)
    {
        if (!isNews) return;

        var tags = TagsOf(model, slot);
        tags.Add("outcome", "refused");
        _loads.Add(1, tags);
        Log.Refused(_log, model.Tenant, model.Name, slot.Which, slot.Wanted, slot.Live?.Version, problem);
    }

    public void LetGo(WatchedModel model, Slot slot)
    {
        _letGo.Add(1, TagsOf(model, slot));
        Log.LetGo(_log, model.Tenant, model.Name, slot.Which);
    }

    public void LookFailed(Exception failure) => Log.LookFailed(_log, failure);

    public void Dispose() => _meter.Dispose();

    static TagList TagsOf(WatchedModel model, Slot slot) => new() { { "tenant", model.Tenant }, { "model", model.Name }, { "alias", slot.Which } };
}
