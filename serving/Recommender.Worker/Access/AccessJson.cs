using System.Text.Json.Serialization;

namespace Recommender.Worker.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TenantRecord))]
[JsonSerializable(typeof(TokenRecord))]
sealed partial class AccessJson : JsonSerializerContext;
