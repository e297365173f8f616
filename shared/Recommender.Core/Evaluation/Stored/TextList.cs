using System.Text.Json.Nodes;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Evaluation.Stored;

/// <summary>A list of names as a note.</summary>
static class TextList
{
    public static string Write(IEnumerable<string> names) => new JsonArray([.. names.Select(name => (JsonNode)name)]).ToJsonString();

    /// <summary>The names, each once.</summary>
    public static IReadOnlyList<string> Read(TensorReader tensors, string note)
    {
        var list = JsonNode.Parse(tensors.RequiredNote(note)) as JsonArray ?? throw tensors.Broken($"the note '{note}' is no list");
        string[] names = [.. list.Select(name => name?.GetValue<string>() ?? throw tensors.Broken($"the note '{note}' holds nothing where a name should be"))];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : throw tensors.Broken($"the note '{note}' holds a name twice");
    }
}
