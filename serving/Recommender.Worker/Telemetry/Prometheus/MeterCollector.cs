using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>
/// Listens to the meters that are passed on, and keeps their sums for whoever asks. A meter that belongs to another application in the same
/// process is left to that one.
/// </summary>
sealed class MeterCollector : IDisposable
{
    readonly ConcurrentDictionary<string, Family> _families = new();
    readonly MeterListener _listener = new();
    readonly Lock _looking = new();
    readonly IMeterFactory _own;
    readonly ILogger<MeterCollector> _log;

    public MeterCollector(IMeterFactory own, ILogger<MeterCollector> log)
    {
        (_own, _log) = (own, log);
        _listener.InstrumentPublished = Listen;
        _listener.SetMeasurementEventCallback<byte>(static (_, value, tags, family) => ((Family)family!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<short>(static (_, value, tags, family) => ((Family)family!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((Family)family!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((Family)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, family) => ((Family)family!).Record((double)value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((Family)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, family) => ((Family)family!).Record((double)value, tags));
        _listener.Start();
    }

    /// <summary>Every family as it is now, by name.</summary>
    public IReadOnlyList<Family> Look()
    {
        lock (_looking)
        {
            foreach (var family in _families.Values) family.BeginLook();
            Ask();
            foreach (var family in _families.Values) family.EndLook();
            return [.. _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _listener.Dispose();

    // One instrument that cannot tell its value takes nothing from the others.
    void Ask()
    {
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException failures)
        {
            TelemetryLog.InstrumentFailed(_log, failures);
        }
    }

    void Listen(Instrument instrument, MeterListener listener)
    {
        if (!Sources.Meters.Contains(instrument.Meter.Name) || (instrument.Meter.Scope is { } scope && scope != _own)) return;
        if (Family.Of(instrument) is not { } made) return;

        // Two instruments of one name and kind are one family; what is of another kind cannot have the name too.
        var family = _families.GetOrAdd(made.Name, made);
        if (family.Kind == made.Kind) listener.EnableMeasurementEvents(instrument, family);
    }
}
