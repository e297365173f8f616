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
    readonly Counter<long> _stopped;
    readonly Histogram<double> _shadowDuration;
    readonly Histogram<double> _shadowOverlap;
    readonly Counter<long> _shadowLeftOut;

    public PoolReports(ILogger log, Residents residents)
    {
        _log = log;
        _loads = _meter.CreateCounter<long>("recommender.pool.loads", "{version}", "Versions that went live or were refused, by outcome.");
        _swaps = _meter.CreateHistogram<double>("recommender.pool.swap.duration", "s", "From beginning to open a version to its first answer.");
        _letGo = _meter.CreateCounter<long>("recommender.pool.let_go", "{version}", "Versions let go because nobody asked for them.");
        _stopped = _meter.CreateCounter<long>("recommender.trial.stopped", "{trial}", "Candidates that were stopped because they were clearly worse.");
        _shadowDuration = _meter.CreateHistogram<double>("recommender.shadow.duration", "s", "How long a shadow took to answer.");
        _shadowOverlap = _meter.CreateHistogram<double>("recommender.shadow.overlap", "1", "The share of items that a shadow's list has in common with the one answered.");
        _shadowLeftOut = _meter.CreateCounter<long>("recommender.shadow.left_out", "{question}", "Questions that a shadow was not asked because too many were waiting.");
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

    public void TrialStopped(WatchedModel model, string sentence)
    {
        _stopped.Add(1, TagsOf(model));
        Log.TrialStopped(_log, model.Tenant, model.Name, sentence);
    }

    public void ShadowAsked(WatchedModel model, int version, TimeSpan took, double overlap)
    {
        var tags = TagsOf(model);
        tags.Add("version", version);
        _shadowDuration.Record(took.TotalSeconds, tags);
        _shadowOverlap.Record(overlap, tags);
    }

    public void ShadowLeftOut(WatchedModel model) => _shadowLeftOut.Add(1, TagsOf(model));

    public void ShadowFailed(WatchedModel model, int version, Exception failure) => Log.ShadowFailed(_log, failure, model.Tenant, model.Name, version);

    public void LookFailed(Exception failure) => Log.LookFailed(_log, failure);

    public void Dispose() => _meter.Dispose();

    static TagList TagsOf(WatchedModel model) => new() { { "tenant", model.Tenant }, { "model", model.Name } };

    static TagList TagsOf(WatchedModel model, Slot slot) => new() { { "tenant", model.Tenant }, { "model", model.Name }, { "alias", slot.Which } };
}
