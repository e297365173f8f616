using Recommender.Worker.Telemetry.Requests;

namespace Recommender.Worker.Telemetry;

/// <summary>Whose meters and spans are passed on, by their names.</summary>
static class Sources
{
    public const string Engine = "Recommender.Engine";

    /// <summary>Ours, those of the server, and those of .NET itself.</summary>
    public static readonly string[] Meters =
    [
        RequestReports.MeterName, Engine, "System.Runtime",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>The server's span of a request, and ours inside it.</summary>
    public static readonly string[] Spans = [RequestReports.MeterName, Engine, "Microsoft.AspNetCore"];
}
