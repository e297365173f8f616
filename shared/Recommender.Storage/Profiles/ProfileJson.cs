using System.Text.Json.Serialization;

namespace Recommender.Storage.Profiles;

/// <summary>How property names are written in profile.json.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SnapshotProfile))]
sealed partial class ProfileJson : JsonSerializerContext;
