using System.Diagnostics.Metrics;

namespace Recommender.Worker.Telemetry;

/// <summary>The bounds of histograms' buckets, the same for Prometheus and OTLP.</summary>
static class Buckets
{
    /// <summary>Seconds from a tenth of a millisecond, with the limits that answers are held to among them: 1, 5, 15 and 25 ms.</summary>
    public static readonly double[] Milliseconds =
        [0.0001, 0.00025, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // OpenTelemetry's own where nothing better is known.
    static readonly double[] Usual = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    // ASP.NET Core advises 5 ms as its lowest, which hides everything that happens here.
    const string TooCoarse = "http.server.request.duration";

    /// <summary>The bounds for an instrument: those it advises, else by its unit.</summary>
    public static double[] Of(Instrument instrument) => Advised(instrument) ?? (instrument.Unit == "s" ? Milliseconds : Usual);

    static double[]? Advised(Instrument instrument) => instrument.Name == TooCoarse ? null : instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => null,
    };
}
