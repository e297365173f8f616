using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Recommender.Worker.Telemetry.Otlp;

/// <summary>
/// Sends spans and metrics to a collector while the worker runs; log lines go there by their own provider. All of it in the background and from
/// bounded queues: a collector that is away costs what it would have got, and no request.
/// </summary>
sealed class OtlpExport(OtlpSettings settings, IConfiguration configuration, IServiceProvider services) : IHostedLifecycleService, IDisposable
{
    // For what is left at the end.
    const int Patience = 2000;

    TracerProvider? _traces;
    MeterProvider? _metrics;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.Traces) _traces = Traces();
        if (settings.Metrics) _metrics = Metrics();
        return Task.CompletedTask;
    }

    /// <summary>After the last request, and after everything else has ended.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.Shutdown(Patience), CancellationToken.None),
        Task.Run(() => _metrics?.Shutdown(Patience), CancellationToken.None),
        Task.Run(() => services.GetService<LoggerProvider>()?.Shutdown(Patience), CancellationToken.None));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>Who sends; a name and more can be given by OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES.</summary>
    public static ResourceBuilder Sender() => ResourceBuilder.CreateEmpty()
        .AddService("recommender-worker", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3))
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    // Whether a request is traced is decided by who asks; where nobody said, OTEL_TRACES_SAMPLER does.
    TracerProvider Traces() => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(inner => inner.AddSingleton(configuration))
        .SetResourceBuilder(Sender())
        .AddSource(Sources.Spans)
        .AddOtlpExporter()
        .Build();

    MeterProvider Metrics() => Sdk.CreateMeterProviderBuilder()
        .ConfigureServices(inner => inner.AddSingleton(configuration))
        .SetResourceBuilder(Sender())
        .AddMeter(Sources.Meters)
        .AddView(BucketsOf)
        .AddOtlpExporter()
        .Build();

    static MetricStreamConfiguration? BucketsOf(Instrument instrument) =>
        instrument is Histogram<double> or Histogram<long> ? new ExplicitBucketHistogramConfiguration { Boundaries = Buckets.Of(instrument) } : null;
}
