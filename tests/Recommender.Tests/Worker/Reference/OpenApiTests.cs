using System.Net;
using System.Text.Json.Nodes;
using Recommender.Tests.Worker.Api;
using Recommender.Worker.Api;
using Recommender.Worker.Reference;
using Xunit;

namespace Recommender.Tests.Worker.Reference;

public sealed class OpenApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    static readonly JsonObject Document = JsonNode.Parse(ReferenceRoutes.OpenApi)!.AsObject();

    public static TheoryData<string> WithExample => [.. ApiRoutes.Endpoints.Where(endpoint => endpoint.Example is not null).Select(endpoint => endpoint.Name)];

    [Fact]
    public void The_committed_document_is_the_one_that_is_served()
    {
        var kept = ProjectRoot.Path("docs/openapi.json");
        if (Environment.GetEnvironmentVariable("RECOMMENDER_WRITE_OPENAPI") == "1") File.WriteAllText(kept, ReferenceRoutes.OpenApi);

        Assert.True(File.ReadAllText(kept) == ReferenceRoutes.OpenApi, "docs/openapi.json is not what the worker serves. Look at what changed, then write it: RECOMMENDER_WRITE_OPENAPI=1 and this test.");
    }

    [Fact]
    public void Names_are_unique_and_references_lead_somewhere()
    {
        var names = ApiRoutes.Endpoints.Select(endpoint => endpoint.Name).ToList();
        var references = Descendants(Document).OfType<JsonObject>().Where(node => node["$ref"] is JsonValue).Select(node => node["$ref"]!.GetValue<string>().Split('/')[^1]);

        Assert.Equal(names.Distinct(), names);
        Assert.All(references, name => Assert.NotNull(Document["components"]!["schemas"]![name]));
    }

    // What the document shows is sent as it stands there; ids are those of the demo shop, so that only their form counts here.
    [Theory]
    [MemberData(nameof(WithExample))]
    public async Task An_example_is_understood_and_its_answer_is_as_described(string name)
    {
        var endpoint = ApiRoutes.Endpoints.Single(endpoint => endpoint.Name == name);
        var reply = await server.Post(endpoint.Path.Replace("{name}", "beauty"), endpoint.Example!);

        if (reply.Status == HttpStatusCode.OK) Check(endpoint.Answered, reply.Json!, "$");
        else Assert.Contains(reply.Refusal.Code, endpoint.Refusals.Select(code => code.Name));
    }

    [Fact]
    public async Task The_document_is_served_with_a_tag()
    {
        var reply = await server.Get("/openapi/v1.json");

        Assert.Equal(ReferenceRoutes.OpenApi, reply.Text);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Get("/openapi/v1.json", ("If-None-Match", reply.Headers["ETag"]))).Status);
    }

    [Fact]
    public async Task Refusals_are_as_described() => Check(Document["components"]!["schemas"]!["Problem"]!.AsObject(), (await server.Post("recommendations/user-items", "{}")).Json!, "$");

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/docs.css", "text/css")]
    [InlineData("/docs/docs.js", "text/javascript")]
    [InlineData("/widget/recommender.js", "text/javascript")]
    [InlineData("/widget/sample", "text/html")]
    [InlineData("/widget/sample.js", "text/javascript")]
    public async Task Pages_ask_nothing_of_other_machines(string path, string type)
    {
        var reply = await server.Get(path);

        Assert.StartsWith(type, reply.ContentHeaders["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; script-src 'self'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!recommender\\.example)", reply.Text);
    }

    // As much of JSON Schema as the document uses: types, what must be there, and that nothing else is.
    static void Check(JsonObject schema, JsonNode value, string at)
    {
        if (schema["$ref"] is { } reference) schema = Document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject();
        if (schema["oneOf"] is JsonArray choices)
        {
            Assert.True(choices.Count(choice => Fits(choice!.AsObject(), value)) == 1, $"{at} fits none or several of its forms: {value.ToJsonString()}");
            return;
        }
        switch (schema["type"]?.ToJsonString())
        {
            case "\"object\"":
                CheckObject(schema, value.AsObject(), at);
                break;
            case "\"array\"":
                foreach (var (place, entry) in value.AsArray().Index()) Check(schema["items"]!.AsObject(), entry!, $"{at}[{place}]");
                break;
            case "\"string\"":
                Assert.True(value.GetValueKind() == System.Text.Json.JsonValueKind.String, $"{at} is no text");
                break;
            case "\"number\"" or "\"integer\"":
                Assert.True(value.GetValueKind() == System.Text.Json.JsonValueKind.Number, $"{at} is no number");
                break;
        }
    }

    static void CheckObject(JsonObject schema, JsonObject value, string at)
    {
        if (schema["properties"] is not JsonObject properties) return;

        Assert.All(schema["required"]?.AsArray() ?? [], name => Assert.True(value.ContainsKey(name!.GetValue<string>()), $"{at}.{name} is not there"));
        foreach (var (name, inner) in value)
        {
            Assert.True(properties[name] is not null, $"{at}.{name} is not described");
            if (inner is not null) Check(properties[name]!.AsObject(), inner, $"{at}.{name}");
        }
    }

    static bool Fits(JsonObject schema, JsonNode value)
    {
        try
        {
            Check(schema, value, "$");
            return true;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return false;
        }
    }

    static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject inner => inner.SelectMany(child => child.Value is { } value ? Descendants(value).Prepend(value) : []),
        JsonArray list => list.SelectMany(child => child is { } value ? Descendants(value).Prepend(value) : []),
        _ => [],
    };
}
