using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>The JSON schema of pipeline files, made from the records that read them, so that an editor completes and checks what this program takes.</summary>
static class PipelineSchema
{
    /// <summary>The document as it is committed beside the pipelines.</summary>
    public static JsonObject Create()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Recommender pipeline",
        };
        foreach (var (name, value) in Of(typeof(Pipeline)).ToArray()) schema[name] = value?.DeepClone();
        return schema;
    }

    /// <summary>The schema of a record of options.</summary>
    public static JsonObject Of(Type record)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        var defaults = Activator.CreateInstance(record);
        foreach (var key in YamlRecord.Keys(record))
        {
            var schema = OfValue(key.PropertyType);
            schema["description"] = key.GetCustomAttribute<DescriptionAttribute>()!.Description;
            if (key.GetCustomAttribute<RangeAttribute>() is { } range)
            {
                schema["minimum"] = JsonValue.Create(Convert.ToDouble(range.Minimum, System.Globalization.CultureInfo.InvariantCulture));
                schema["maximum"] = JsonValue.Create(Convert.ToDouble(range.Maximum, System.Globalization.CultureInfo.InvariantCulture));
            }
            if (OptionsText.Node(key.GetValue(defaults)) is { } usual && IsScalar(key.PropertyType)) schema["default"] = usual;
            properties[OptionsText.NameOf(key)] = schema;
            if (YamlRecord.IsRequired(key)) required.Add(OptionsText.NameOf(key));
        }
        var whole = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Count > 0) whole["required"] = required;
        return whole;
    }

    static JsonObject OfValue(Type written)
    {
        var type = Nullable.GetUnderlyingType(written) ?? written;
        if (YamlRecord.IsPart(type)) return (JsonObject)type.GetMethod("Schema", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        if (type.IsEnum) return new() { ["enum"] = new JsonArray([.. OptionsText.Choices(type).Select(choice => (JsonNode)choice)]) };
        if (type == typeof(IReadOnlyList<string>)) return ListOf("string");
        if (type == typeof(IReadOnlyList<int>)) return ListOf("integer");
        if (type == typeof(IReadOnlyDictionary<string, double>)) return MapOf("number");
        if (type == typeof(IReadOnlyDictionary<string, string>)) return MapOf("string");
        if (type.IsClass && type != typeof(string)) return Of(type);

        return new() { ["type"] = type == typeof(bool) ? "boolean" : type == typeof(int) ? "integer" : type == typeof(double) ? "number" : "string" };
    }

    static bool IsScalar(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } || type == typeof(string);

    static JsonObject ListOf(string type) => new() { ["type"] = new JsonArray(type, "array"), ["items"] = new JsonObject { ["type"] = type } };

    static JsonObject MapOf(string type) => new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = type } };
}
