using System.Diagnostics.Metrics;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>All series of one name.</summary>
sealed class Family
{
    // .NET says that these only grow; they are levels, as OpenTelemetry's conventions have them.
    static readonly string[] Levels = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    readonly SeriesTable _series;

    Family(Instrument instrument, FamilyKind kind)
    {
        (Kind, Help, IsObserved) = (kind, instrument.Description ?? "", instrument.IsObservable);
        Name = PrometheusName.Of(instrument.Name, instrument.Unit, kind);
        var bounds = Buckets.Of(instrument);
        _series = new(kind == FamilyKind.Histogram ? (labels, tenant) => new HistogramSeries(labels, tenant, bounds)
            : IsObserved || IsGauge(instrument) ? (labels, tenant) => new LastSeries(labels, tenant)
            : (labels, tenant) => new SumSeries(labels, tenant));
    }

    /// <summary>Its name, without the ending of counters.</summary>
    public string Name { get; }

    public FamilyKind Kind { get; }

    public string Help { get; }

    /// <summary>Whether its values are asked for at each look, instead of being told as they come.</summary>
    public bool IsObserved { get; }

    public IEnumerable<Series> Series => _series.All;

    /// <summary>The family of an instrument; null for one of a kind that is not known.</summary>
    public static Family? Of(Instrument instrument) => KindOf(instrument) is { } kind ? new(instrument, kind) : null;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _series.Of(tags).Record(value);

    public void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _series.Of(tags).Record(value);

    /// <summary>Before its instruments are asked: what they do not speak of is gone.</summary>
    public void BeginLook()
    {
        if (!IsObserved) return;
        foreach (var series in _series.All) series.IsPresent = false;
    }

    /// <summary>After they were asked.</summary>
    public void EndLook()
    {
        if (IsObserved) _series.DropAbsent();
    }

    static FamilyKind? KindOf(Instrument instrument) => NameOfKind(instrument) switch
    {
        "Counter`1" or "ObservableCounter`1" => Levels.Contains(instrument.Name) ? FamilyKind.Gauge : FamilyKind.Counter,
        "UpDownCounter`1" or "ObservableUpDownCounter`1" or "Gauge`1" or "ObservableGauge`1" => FamilyKind.Gauge,
        "Histogram`1" => FamilyKind.Histogram,
        _ => null,
    };

    static bool IsGauge(Instrument instrument) => NameOfKind(instrument) == "Gauge`1";

    // Each kind exists for every type of number.
    static string NameOfKind(Instrument instrument) => instrument.GetType().Name;
}
