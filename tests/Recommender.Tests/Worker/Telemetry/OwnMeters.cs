using System.Diagnostics.Metrics;

namespace Recommender.Tests.Worker.Telemetry;

/// <summary>Meters that belong to one test, so that tests which run beside it do not count in its figures.</summary>
sealed class OwnMeters : IMeterFactory
{
    readonly List<Meter> _made = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        _made.Add(new(options));
        return _made[^1];
    }

    public void Dispose() => _made.ForEach(meter => meter.Dispose());
}
