using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>The fields that an object of a body may have; every other is refused with the nearest one that it has.</summary>
sealed class BodyShape<T>(params Field<T>[] fields) where T : class
{
    /// <summary>The fields, in the order of the reference.</summary>
    public IReadOnlyList<Field<T>> Fields => fields;

    /// <summary>The fields that must be there, by their first names; for the reference, the endpoint itself insists on them.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Reads the field at whose name the reader stands.</summary>
    public void ReadField(ref BodyReader body, T target, ref ulong seen)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            if (!fields[at].IsAt(ref body, out var tells)) continue;

            body.Enter(fields[at].Name, tells);
            if ((seen & (1UL << at)) != 0) throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = body.Parameter, Location = "body", Message = "INVALID_PARAMETER.twice", Reason = string.Join(", ", fields[at].Names) });

            seen |= 1UL << at;
            if (!body.IsNull) fields[at].Read(ref body, target);
            return;
        }
        throw Unknown(body.Name());
    }

    /// <summary>How the reference describes the object.</summary>
    public JsonObject Schema()
    {
        var properties = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Described(field))));
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (Required.Count > 0) schema["required"] = new JsonArray([.. Required.Select(name => (JsonNode)name)]);
        return schema;
    }

    static JsonNode Described(Field<T> field)
    {
        var schema = field.Schema.DeepClone().AsObject();
        if (field.Aliases.Count > 0) schema["description"] = $"{schema["description"]} Also known as {string.Join(", ", field.Aliases)}.";
        return schema;
    }

    ProblemException Unknown(string name)
    {
        string[] known = [.. fields.SelectMany(field => field.Names)];
        var near = Suggestion.Nearest(name, [.. known, .. known.Select(Key.CamelOf)]);
        return new(new(ProblemCode.InvalidParameter)
        {
            Parameter = name,
            Location = "body",
            Message = near is null ? "INVALID_PARAMETER.unknown" : "INVALID_PARAMETER.unknown_near",
            Reason = near ?? string.Join(", ", fields.Select(field => field.Name)),
        });
    }
}
