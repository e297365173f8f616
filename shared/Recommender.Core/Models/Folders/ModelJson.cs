using System.Text.Json.Serialization;

namespace Recommender.Core.Models.Folders;

/// <summary>How manifests are written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelManifest))]
sealed partial class ModelJson : JsonSerializerContext;
