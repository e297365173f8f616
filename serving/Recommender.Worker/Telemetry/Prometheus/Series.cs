namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>The measurements of one instrument under one set of labels.</summary>
/// <param name="labels">Its labels as they are written.</param>
/// <param name="tenant">The tenant that it tells of; null where it tells of none.</param>
abstract class Series(string labels, string? tenant)
{
    public string Labels => labels;

    public string? Tenant => tenant;

    /// <summary>Whether an instrument that is asked at each look still spoke of it at the last one.</summary>
    public bool IsPresent { get; set; } = true;

    public abstract void Record(double value);

    public abstract void Record(long value);
}
