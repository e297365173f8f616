using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Recommender.Storage.Homes;
using Recommender.Worker.Access;
using Recommender.Worker.Shops;
using Recommender.Worker.Telemetry.Health;
using Recommender.Worker.Telemetry.Logs;
using Recommender.Worker.Telemetry.Otlp;
using Recommender.Worker.Telemetry.Prometheus;
using Recommender.Worker.Telemetry.Requests;
using Recommender.Worker.Telemetry.Views;

namespace Recommender.Worker.Telemetry;

/// <summary>What a worker tells of itself: metrics, spans, log lines, health.</summary>
static class TelemetrySetup
{
    /// <summary>Registers everything. What a slice stands on it says by a <see cref="ReadyCheck"/> of its own.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetryOptions options)
    {
        builder.Logging.AddLevels(options);
        builder.AddOtlp();
        var services = builder.Services;
        services.AddMetrics();
        services.AddSingleton(options);
        services.AddSingleton<RequestReports>();
        services.AddSingleton<ModelReports>();
        services.AddSingleton<MeterCollector>();
        services.AddSingleton<RequestsUnderWay>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<RestPort>();
        services.AddSingleton<IStartupFilter, AroundAll>();
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddSingleton(provider => new ServedModels(() => provider.GetRequiredService<OpenShops>().Pool.Status(), new HashSet<string> { HomeFolder.DefaultTenant }));
    }

    /// <summary>Maps /metrics, /healthz and /readyz, at the port of REST alone.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        app.Services.GetRequiredService<MeterCollector>();   // listens from the start
        app.Services.GetRequiredService<ModelReports>();
        var port = app.Services.GetRequiredService<RestPort>();
        var group = app.MapGroup("").AllowAnyone();
        group.AddEndpointFilter(async (context, next) => port.Took(context.HttpContext) ? await next(context) : Results.NotFound());
        group.MapMetrics();
        group.MapHealth();
    }
}
