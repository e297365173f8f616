using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

public sealed class PoolMetricsTests : PoolFixture
{
    const string Measured = "measured";

    readonly ConcurrentQueue<(string Name, double Value, string Tags)> _seen = [];

    [Fact]
    public async Task Loads_are_counted_by_outcome_and_swaps_timed()
    {
        var model = Store(Measured).Model("beauty");
        using var listener = Listen();
        model.Publish("a");
        Version(tenant: Measured);
        model.Publish("b", alias: null);
        File.Delete(Path.Combine(model.PathOf(2), "model.safetensors"));
        model.PointAt(2);
        await Soon(() => Pool.Status()[0].Problem is not null);
        await Pool.LookAsync(Token);

        Assert.Equal(["tenant=measured model=beauty alias=production outcome=live", "tenant=measured model=beauty alias=production outcome=refused"],
            Of("recommender.pool.loads").Select(seen => seen.Tags));
        Assert.Single(Of("recommender.pool.swap.duration"));
    }

    [Fact]
    public void What_is_in_memory_and_who_reads_it_can_be_seen()
    {
        Store(Measured).Model("beauty").Publish("a");
        var bytes = Store(Measured).Model("beauty").Version(1).Manifest.Bytes;
        using (Pool.TakeModel(Measured, "beauty"))
        {
            using var during = Listen();
            during.RecordObservableInstruments();
            Assert.Contains(Of("recommender.pool.leases"), seen => seen.Value == 1);
            Assert.Contains(Of("recommender.pool.mapped"), seen => seen.Value == bytes);
            Assert.Contains(Of("recommender.pool.versions"), seen => seen.Value == 1);
        }
        _seen.Clear();
        Pool.Forget(Measured);
        using var after = Listen();
        after.RecordObservableInstruments();

        Assert.Contains(Of("recommender.pool.mapped"), seen => seen.Value == 0);
    }

    (string Name, double Value, string Tags)[] Of(string name) => [.. _seen.Where(seen => seen.Name == name && (seen.Tags.Length == 0 || seen.Tags.Contains(Measured, StringComparison.Ordinal)))];

    MeterListener Listen()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Name == "Recommender.Engine") listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.Start();
        return listener;
    }

    void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
