namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>The types of Prometheus that instruments become.</summary>
enum FamilyKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts by buckets.</summary>
    Histogram,
}
