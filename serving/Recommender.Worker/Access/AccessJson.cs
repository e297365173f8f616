using System.Text.Json.Serialization;

namespace Recommender.Worker.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TenantRecord))]
[JsonSerializable(typeof(TokenRecord))]
[JsonSerializable(typeof(NewToken))]
sealed partial class AccessJson : JsonSerializerContext;
