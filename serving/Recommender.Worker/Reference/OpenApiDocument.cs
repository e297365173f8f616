using System.Text.Json.Nodes;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.CrossSell;
using Recommender.Worker.Problems;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.Reference;

/// <summary>The endpoints as an OpenAPI document: made of what they are mapped and read by, so that it cannot tell anything else.</summary>
static class OpenApiDocument
{
    // What every endpoint may answer with beside its own.
    static readonly ProblemCode[] Usual = [ProblemCode.AuthFailed, ProblemCode.ScopeMissing, ProblemCode.RateLimited];
    static readonly ProblemCode[] OfBodies = [ProblemCode.MalformedJson, ProblemCode.BodyTooLarge, ProblemCode.MediaTypeNotSupported, ProblemCode.InvalidParameter, ProblemCode.MissingParameter];

    public static JsonObject Build(IReadOnlyList<Endpoint> endpoints)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints)
        {
            Add(paths, endpoint.Path, endpoint, endpoint.Name);
            foreach (var (at, path) in endpoint.OtherPaths.Index()) Add(paths, path, endpoint, $"{endpoint.Name}-{at + 2}");
        }
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Recommender",
                ["version"] = "1",
                ["description"] = "Ids are text. Bodies are read in snake_case and camelCase; the answer has the spelling that the first telling field of the body has, snake_case where none tells, and what ?case=snake or ?case=camel asks for in any case. A field that is not known is refused. Refusals are problem details (RFC 9457) in the language of Accept-Language: en, es or pt.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }, new JsonObject { ["tenant"] = new JsonArray(), ["secret"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. endpoints.Select(endpoint => endpoint.Group).Distinct().Select(group => new JsonObject { ["name"] = group })]),
            ["paths"] = paths,
            ["components"] = Components(),
        };
    }

    static void Add(JsonObject paths, string path, Endpoint endpoint, string name)
    {
        if (paths[path] is not JsonObject methods) paths[path] = methods = [];
        methods[endpoint.Method.ToLowerInvariant()] = Operation(endpoint, name);
    }

    static JsonObject Operation(Endpoint endpoint, string name)
    {
        var operation = new JsonObject
        {
            ["operationId"] = name,
            ["tags"] = new JsonArray(endpoint.Group),
            ["summary"] = endpoint.Summary,
            ["description"] = $"{endpoint.Text} Needs the scope `{ScopeNames.NameOf(endpoint.Scope)}`.",
            ["parameters"] = new JsonArray([.. endpoint.Parameters.Append(Case).Select(Described)]),
        };
        if (endpoint.Body is { } body)
        {
            var content = new JsonObject { ["schema"] = body.DeepClone() };
            if (endpoint.Example is { } example) content["example"] = JsonNode.Parse(example);
            operation["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = content } };
        }
        operation["responses"] = Responses(endpoint);
        return operation;
    }

    static Parameter Case => Parameter.Query("case", Schema.Choice("The spelling of the answer's fields.", ["snake", "camel"]));

    static JsonObject Described(Parameter parameter)
    {
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.In, ["required"] = parameter.In == "path", ["schema"] = parameter.Schema.DeepClone() };
        if (parameter.Example is { } example) described["example"] = example;
        return described;
    }

    static JsonObject Responses(Endpoint endpoint)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "The answer.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = endpoint.Answered.DeepClone() } },
            },
        };
        ProblemCode[] codes = [.. Usual, .. endpoint.Body is null ? [ProblemCode.InvalidParameter] : OfBodies, .. endpoint.Refusals];
        foreach (var status in codes.Distinct().GroupBy(code => code.Status).OrderBy(group => group.Key))
        {
            responses[$"{status.Key}"] = new JsonObject
            {
                ["description"] = string.Join(", ", status.Select(code => code.Name)),
                ["content"] = new JsonObject { [ProblemAnswer.ContentType] = new JsonObject { ["schema"] = Schema.Reference("Problem") } },
            };
        }
        return responses;
    }

    static JsonObject Components() => new()
    {
        ["schemas"] = new JsonObject
        {
            ["Answer"] = ItemAnswer.Schema.DeepClone(),
            ["Pairs"] = PairFrame.Schema.DeepClone(),
            ["Problem"] = ProblemSchema(),
        },
        ["securitySchemes"] = new JsonObject
        {
            ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A token of the tenant's, or a publishable key from one of its origins." },
            ["tenant"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Gatekeeper.ApiIdHeader },
            ["secret"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Gatekeeper.SecretHeader },
        },
    };

    static JsonObject ProblemSchema() => Schema.Object("Why a request was refused.",
        ("type", Schema.Text()), ("title", Schema.Text()), ("status", Schema.Count()), ("detail", Schema.Text("The same as `message`.")), ("error", Schema.Text("The same as `title`.")),
        ("message", Schema.Text("What is wrong and how it is put right, in the language of Accept-Language.")), ("code", Schema.Text("What a program reads, as in MISSING_PARAMETER.")),
        ("details", Schema.Object("Where it is wrong.", ("parameter", Nullable()), ("location", Nullable()))), ("id?", Schema.Text("What an unexpected failure is found by in the log.")));

    static JsonObject Nullable() => new() { ["type"] = new JsonArray("string", "null") };
}
