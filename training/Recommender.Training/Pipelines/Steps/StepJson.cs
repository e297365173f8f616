using System.Text.Json.Serialization;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>How step.json is written; a field that is missing or null makes it unreadable.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StepDocument))]
sealed partial class StepJson : JsonSerializerContext;
