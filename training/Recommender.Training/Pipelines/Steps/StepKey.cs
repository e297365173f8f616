using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>The hash of everything that decides what a step makes: its inputs, its options and the very build of the program.</summary>
readonly record struct StepKey(string Text)
{
    const int Length = 32;

    static readonly string Build = string.Join('+', new[] { typeof(StepKey), typeof(HomeFolder), typeof(ModelStore) }.Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>The key of a step with these inputs, in this order.</summary>
    public static StepKey Of(string step, params ReadOnlySpan<object?> inputs)
    {
        var parts = new JsonArray(Build, step);
        foreach (var input in inputs) parts.Add(input is JsonNode node ? node.DeepClone() : JsonSerializer.SerializeToNode(input));
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToJsonString())))[..Length]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
