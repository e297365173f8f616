using System.Text.Json.Serialization;

namespace Recommender.Core.Store;

/// <summary>How manifests and aliases are written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(SortedDictionary<string, int>))]
sealed partial class StoreJson : JsonSerializerContext;
