using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Recommender.Tests.Worker.Api;

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, JsonNode? Json, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> ContentHeaders)
{
    /// <summary>The ids of the items, in order.</summary>
    public string[] Items => [.. Good["items"]!.AsArray().Select(item => item!["item_id"]!.GetValue<string>())];

    /// <summary>The document of an answer that went well.</summary>
    public JsonNode Good
    {
        get
        {
            Assert.True(Status == HttpStatusCode.OK, Text);
            return Json!;
        }
    }

    /// <summary>Status, code and parameter of a refusal.</summary>
    public (int Status, string Code, string? Parameter) Refusal
    {
        get
        {
            Assert.Equal("application/problem+json", ContentHeaders["Content-Type"]);
            return ((int)Status, Json!["code"]!.GetValue<string>(), Json["details"]!["parameter"]?.GetValue<string>());
        }
    }

    public string Message => Json!["message"]!.GetValue<string>();
}
