using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.Tests.Worker.Grpc.Clients;

/// <summary>A call as the client programs take it.</summary>
sealed record ClientCall(string Method, params object[] Requests)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Another method, with the same messages, for one that no proto file names.</summary>
    public string? Like { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = new(StringComparer.Ordinal) { ["authorization"] = GrpcHost.Token };

    /// <summary>Milliseconds.</summary>
    public int? Deadline { get; init; }

    public bool Gzip { get; init; }

    /// <summary>The answer after which the client cancels.</summary>
    public int? CancelAfter { get; init; }
}
