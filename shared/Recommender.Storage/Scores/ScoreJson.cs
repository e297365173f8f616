using System.Text.Json.Serialization;

namespace Recommender.Storage.Scores;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ScoreManifest))]
sealed partial class ScoreJson : JsonSerializerContext;
