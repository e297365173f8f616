using System.Text.Json.Serialization;

namespace Recommender.Training.Tuning;

/// <summary>How lines of the journal are written; a field that is missing or null makes one unreadable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TrialLine))]
sealed partial class TrialJson : JsonSerializerContext;
