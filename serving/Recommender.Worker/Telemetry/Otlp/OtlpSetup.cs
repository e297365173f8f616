using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Recommender.Worker.Telemetry.Otlp;

/// <summary>OTLP, where the standard variables name a collector.</summary>
static class OtlpSetup
{
    // The server itself would put the path into its spans; what they say is ours to say.
    const string Undescribed = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    public static void AddOtlp(this IHostApplicationBuilder builder)
    {
        var settings = OtlpSettings.Of(builder.Configuration);
        if (!settings.IsAny) return;

        AppContext.SetSwitch(Undescribed, isEnabled: true);
        builder.Services.AddSingleton(settings);
        builder.Services.AddHostedService<OtlpExport>();
        if (settings.Logs) builder.Logging.AddOpenTelemetry(Describe);
    }

    static void Describe(OpenTelemetryLoggerOptions logs)
    {
        logs.SetResourceBuilder(OtlpExport.Sender());
        logs.IncludeFormattedMessage = true;
        logs.AddOtlpExporter();
    }
}
