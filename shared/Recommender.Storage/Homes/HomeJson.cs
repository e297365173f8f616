using System.Text.Json.Serialization;

namespace Recommender.Storage.Homes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HomeDocument))]
[JsonSerializable(typeof(LockHolder))]
[JsonSerializable(typeof(Suppression))]
sealed partial class HomeJson : JsonSerializerContext;
