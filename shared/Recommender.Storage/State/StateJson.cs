using System.Text.Json.Serialization;

namespace Recommender.Storage.State;

/// <summary>How state travels over the socket of a worker.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WorkerNote))]
[JsonSerializable(typeof(StateQuestion))]
[JsonSerializable(typeof(StateAnswer))]
public sealed partial class StateJson : JsonSerializerContext;
