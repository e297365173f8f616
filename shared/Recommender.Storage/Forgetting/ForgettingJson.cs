using System.Text.Json.Serialization;

namespace Recommender.Storage.Forgetting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ForgetReceipt))]
sealed partial class ForgettingJson : JsonSerializerContext;
