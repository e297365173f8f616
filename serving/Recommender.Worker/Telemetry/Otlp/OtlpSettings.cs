using Microsoft.Extensions.Configuration;
using Recommender.Core;

namespace Recommender.Worker.Telemetry.Otlp;

/// <summary>Which signals go to a collector, by OpenTelemetry's standard variables; where exactly and how is the exporter's to read from the same.</summary>
/// <param name="Traces">Whether spans go there.</param>
/// <param name="Metrics">Whether metrics go there.</param>
/// <param name="Logs">Whether log lines go there.</param>
sealed record OtlpSettings(bool Traces, bool Metrics, bool Logs)
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public bool IsAny => Traces || Metrics || Logs;

    public static OtlpSettings Of(IConfiguration configuration)
    {
        if (bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var isDisabled) && isDisabled) return new(Traces: false, Metrics: false, Logs: false);

        return new(IsOn(configuration, "TRACES"), IsOn(configuration, "METRICS"), IsOn(configuration, "LOGS"));
    }

    // A wrong word would be passed over by the exporter in silence, and everything sent to its usual address.
    static bool IsOn(IConfiguration configuration, string signal)
    {
        var own = $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT";
        var name = configuration[own] is { Length: > 0 } ? own : Endpoint;
        if (configuration[name] is not { Length: > 0 } address || configuration[$"OTEL_{signal}_EXPORTER"] == "none") return false;

        CheckAddress(name, address);
        CheckProtocol(configuration, Protocol);
        CheckProtocol(configuration, $"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL");
        return true;
    }

    static void CheckAddress(string name, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new UserErrorException($"{name} is '{address}'; it must be the address of a collector, such as http://localhost:4317.");
    }

    static void CheckProtocol(IConfiguration configuration, string name)
    {
        if (configuration[name] is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
            throw new UserErrorException($"{name} is '{protocol}'; it must be grpc or http/protobuf.");
    }
}
