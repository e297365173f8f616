using System.Text.Json.Serialization;

namespace Recommender.Core.Store;

/// <summary>How lines of a history are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HistoryEntry))]
sealed partial class HistoryJson : JsonSerializerContext;
