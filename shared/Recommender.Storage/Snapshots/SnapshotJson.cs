using System.Text.Json.Serialization;

namespace Recommender.Storage.Snapshots;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SnapshotManifest))]
[JsonSerializable(typeof(CurrentSnapshot))]
sealed partial class SnapshotJson : JsonSerializerContext;
