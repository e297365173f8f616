using System.Text.Json.Serialization;

namespace Recommender.Training.Scheduling;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunEntry))]
sealed partial class SchedulingJson : JsonSerializerContext;
