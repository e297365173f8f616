using System.Text.Json.Nodes;

namespace Recommender.Worker.Api;

/// <summary>What the reference says of values, in the words of JSON Schema.</summary>
static class Schema
{
    public static JsonObject Id(string? text = null) => With(new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = BodyReader.LongestId }, text);

    public static JsonObject Text(string? text = null, int? most = null)
    {
        var schema = With(new() { ["type"] = "string" }, text);
        if (most is not null) schema["maxLength"] = most;
        return schema;
    }

    public static JsonObject List(string? text, JsonObject items, int? most = null)
    {
        var schema = With(new() { ["type"] = "array" }, text);
        if (most is not null) schema["maxItems"] = most;
        schema["items"] = items;
        return schema;
    }

    public static JsonObject Count(string? text = null, int? low = null, int? high = null, int? usual = null) =>
        Bounded(With(new() { ["type"] = "integer" }, text), low, high, usual);

    public static JsonObject Number(string? text = null, double? low = null, double? high = null, double? usual = null) =>
        Bounded(With(new() { ["type"] = "number" }, text), low, high, usual);

    public static JsonObject Flag(string? text = null, bool? usual = null)
    {
        var schema = With(new() { ["type"] = "boolean" }, text);
        if (usual is not null) schema["default"] = usual;
        return schema;
    }

    public static JsonObject Choice(string? text, IEnumerable<string> words)
    {
        var schema = With(new() { ["type"] = "string" }, text);
        schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        return schema;
    }

    public static JsonObject Moment(string text) => With(new() { ["type"] = "string", ["format"] = "date-time" }, text);

    /// <summary>An object; a name with a question mark behind it need not be there.</summary>
    public static JsonObject Object(string? text, params (string Name, JsonObject Schema)[] fields)
    {
        var schema = With(new() { ["type"] = "object" }, text);
        schema["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name.TrimEnd('?'), (JsonNode?)field.Schema)));
        schema["required"] = new JsonArray([.. fields.Where(field => !field.Name.EndsWith('?')).Select(field => (JsonNode)field.Name)]);
        return schema;
    }

    /// <summary>A schema that is described once for all.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    static JsonObject With(JsonObject schema, string? text)
    {
        if (text is not null) schema["description"] = text;
        return schema;
    }

    static JsonObject Bounded<T>(JsonObject schema, T? low, T? high, T? usual) where T : struct
    {
        if (low is { } least) schema["minimum"] = JsonValue.Create(least);
        if (high is { } most) schema["maximum"] = JsonValue.Create(most);
        if (usual is { } value) schema["default"] = JsonValue.Create(value);
        return schema;
    }
}
