using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Recommender.Worker.Telemetry.Prometheus;

namespace Recommender.Tests.Worker.Telemetry.Prometheus;

/// <summary>Meters of a test, collected and written.</summary>
sealed class Collected : IDisposable
{
    // Of .NET and of pools, which belong to the process: other tests move them.
    static readonly string[] Shared = ["dotnet_", "recommender_pool_"];

    readonly MeterCollector _collector;

    public Collected()
    {
        Meter = Meters.Create("Recommender.Worker");
        _collector = new(Meters, NullLogger<MeterCollector>.Instance);
    }

    public OwnMeters Meters { get; } = new();

    public Meter Meter { get; }

    /// <summary>What /metrics would say of this test.</summary>
    public string Text(string? onlyTenant = null, bool isOpenMetrics = false)
    {
        var output = new ArrayBufferWriter<byte>();
        var own = _collector.Look().Where(family => !Array.Exists(Shared, name => family.Name.StartsWith(name, StringComparison.Ordinal)));
        new PrometheusText(output, isOpenMetrics).Write(own, onlyTenant);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public ParsedMetrics Parsed() => new(Text());

    public void Dispose()
    {
        _collector.Dispose();
        Meters.Dispose();
    }
}
