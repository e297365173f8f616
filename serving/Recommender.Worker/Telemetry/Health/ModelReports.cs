using System.Diagnostics.Metrics;
using Recommender.Engine.Pool;
using Recommender.Worker.Telemetry.Requests;

namespace Recommender.Worker.Telemetry.Health;

/// <summary>Which version answers under which alias, as instruments that are asked at each look.</summary>
sealed class ModelReports
{
    readonly ServedModels _models;

    public ModelReports(IMeterFactory meters, ServedModels models)
    {
        _models = models;
        var meter = meters.Create(RequestReports.MeterName);
        meter.CreateObservableGauge("recommender.version.info", Versions, null, "1 for each version that is live.");
        meter.CreateObservableGauge("recommender.version.behind", Behind, null, "1 while the version that should be live is not, else 0.");
    }

    IEnumerable<Measurement<long>> Versions() =>
        from status in _models.Status()
        where status.Live is not null
        select new Measurement<long>(1, [.. TagsOf(status), new("version", status.Live)]);

    IEnumerable<Measurement<long>> Behind() =>
        _models.Status().Select(status => new Measurement<long>(status.Live == status.Wanted && status.Problem is null ? 0 : 1, TagsOf(status)));

    static KeyValuePair<string, object?>[] TagsOf(ModelStatus status) => [new("tenant", status.Tenant), new("model", status.Model), new("alias", status.Alias)];
}
