using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.Worker.Problems;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, Words>))]
sealed partial class ProblemJson : JsonSerializerContext;
