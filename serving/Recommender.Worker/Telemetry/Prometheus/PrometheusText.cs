using System.Buffers;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Writes families in Prometheus' text format 0.0.4, or as OpenMetrics 1.0.</summary>
sealed class PrometheusText(IBufferWriter<byte> output, bool isOpenMetrics)
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public const string OpenMetricsType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    readonly TextSink _sink = new(output);

    /// <summary>Writes everything, or only what tells of one tenant.</summary>
    public void Write(IEnumerable<Family> families, string? onlyTenant)
    {
        foreach (var family in families)
        {
            var series = family.Series.Where(one => onlyTenant is null || one.Tenant == onlyTenant).OrderBy(one => one.Labels, StringComparer.Ordinal).ToArray();
            if (series.Length > 0) Write(family, series);
        }
        if (isOpenMetrics) _sink.Write("# EOF\n");
    }

    void Write(Family family, Series[] all)
    {
        var name = family.Kind == FamilyKind.Counter ? $"{family.Name}_total" : family.Name;
        var heading = isOpenMetrics ? family.Name : name;
        if (family.Help.Length > 0) _sink.Write("# HELP ").Write(heading).Write(" ").Write(Escaped(family.Help)).Write("\n");
        _sink.Write("# TYPE ").Write(heading).Write(" ").Write(TypeOf(family.Kind)).Write("\n");
        foreach (var series in all) Write(name, series);
    }

    void Write(string name, Series series)
    {
        if (series is HistogramSeries histogram)
        {
            Write(name, histogram);
            return;
        }
        Begin(name, "", series.Labels);
        if (series.Labels.Length > 0) _sink.Write("}");
        _sink.Write(" ").Write(series is SumSeries sum ? sum.Value : ((LastSeries)series).Value).Write("\n");
    }

    // The buckets are counted once: their last line and the count are the same number, whatever is measured meanwhile.
    void Write(string name, HistogramSeries series)
    {
        var (counts, below) = (series.Counts(), 0L);
        for (var at = 0; at < counts.Length; at++)
        {
            Begin(name, "_bucket", series.Labels);
            _sink.Write(series.Labels.Length > 0 ? ",le=\"" : "{le=\"").Write(at < series.Bounds.Length ? series.Bounds[at] : double.PositiveInfinity);
            _sink.Write("\"} ").Write(below += counts[at]).Write("\n");
        }
        Begin(name, "_sum", series.Labels);
        _sink.Write(series.Labels.Length > 0 ? "} " : " ").Write(series.Sum).Write("\n");
        Begin(name, "_count", series.Labels);
        _sink.Write(series.Labels.Length > 0 ? "} " : " ").Write(below).Write("\n");
    }

    void Begin(string name, string part, string labels)
    {
        _sink.Write(name).Write(part);
        if (labels.Length > 0) _sink.Write("{").Write(labels);
    }

    string Escaped(string help)
    {
        var escaped = help.Replace(@"\", @"\\").Replace("\n", @"\n");
        return isOpenMetrics ? escaped.Replace("\"", "\\\"") : escaped;
    }

    static string TypeOf(FamilyKind kind) => kind switch
    {
        FamilyKind.Counter => "counter",
        FamilyKind.Gauge => "gauge",
        _ => "histogram",
    };
}
