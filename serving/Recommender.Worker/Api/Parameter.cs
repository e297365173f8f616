using System.Text.Json.Nodes;

namespace Recommender.Worker.Api;

/// <summary>A parameter in the path or the query of an endpoint.</summary>
/// <param name="Name">Its name, in snake case.</param>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
/// <param name="Schema">What is known of its value.</param>
sealed record Parameter(string Name, string In, JsonObject Schema)
{
    /// <summary>A value to try it with.</summary>
    public string? Example { get; init; }

    public static Parameter Path(string name, string text, string example) => new(name, "path", Api.Schema.Id(text)) { Example = example };

    public static Parameter Query(string name, JsonObject schema) => new(name, "query", schema);
}
