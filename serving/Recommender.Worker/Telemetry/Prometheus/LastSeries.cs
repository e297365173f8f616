namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Keeps what was measured last.</summary>
sealed class LastSeries(string labels, string? tenant) : Series(labels, tenant)
{
    double _value;

    public double Value => Volatile.Read(ref _value);

    public override void Record(double value)
    {
        Volatile.Write(ref _value, value);
        IsPresent = true;
    }

    public override void Record(long value) => Record((double)value);
}
