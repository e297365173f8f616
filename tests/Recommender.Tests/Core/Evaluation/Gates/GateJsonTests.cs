using System.Text.Json.Nodes;
using Recommender.Core;
using Recommender.Core.Evaluation.Gates;
using Xunit;

namespace Recommender.Tests.Core.Evaluation.Gates;

public sealed class GateJsonTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var gates = new GateOptions
        {
            Minimum = MinimumText.Parse("recall@20=0.1, ndcg@20=0.05"), BeatsPopularity = false, NotWorseThan = "candidate", MinCoverage = 0.25, MaxMegabytes = 500, LoadCheck = false, Metric = "recall@10", View = "new",
        };

        AssertSame(gates, Through(gates));
        AssertSame(new() { NotWorseThan = null, MaxMegabytes = null }, Through(new() { NotWorseThan = null, MaxMegabytes = null }));
    }

    [Fact]
    public void What_is_not_given_has_its_default()
    {
        AssertSame(new(), GateJson.Read([]));
        AssertSame(new() { MinCoverage = 1 }, GateJson.Read(JsonNode.Parse("""{ "min_coverage": 1 }""")!.AsObject()));
    }

    [Theory]
    [InlineData("""{ "beats_popularty": true }""", "Did you mean 'beats_popularity'?")]
    [InlineData("""{ "beats_popularity": "often" }""", "beats_popularity cannot be \"often\"")]
    [InlineData("""{ "load_check": null }""", "load_check cannot be null")]
    [InlineData("""{ "minimum": [1] }""", "minimum cannot be [1]")]
    [InlineData("""{ "minimum": { "ndgc@20": 1 } }""", "Did you mean 'ndcg'?")]
    [InlineData("""{ "min_coverage": 1.5 }""", "min_coverage 1.5 is outside 0 to 1")]
    [InlineData("""{ "max_megabytes": -1 }""", "max_megabytes -1 is outside")]
    [InlineData("""{ "not_worse_than": "The Best" }""", "The Best")]
    [InlineData("""{ "view": "" }""", "view is empty")]
    public void What_cannot_be_a_gate_is_named(string json, string said) =>
        Assert.Contains(said, Assert.Throws<UserErrorException>(() => GateJson.Read(JsonNode.Parse(json)!.AsObject())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ndcg@20", "ndcg@20=0.05")]
    [InlineData("ndcg@20=many", "ndcg@20=0.05")]
    [InlineData("ndcg@20=NaN", "ndcg@20=0.05")]
    [InlineData("ndcg@20=1,ndcg@20=2", "twice")]
    public void A_minimum_that_says_nothing_is_named(string text, string said) =>
        Assert.Contains(said, Assert.Throws<UserErrorException>(() => MinimumText.Parse(text)).Message, StringComparison.Ordinal);

    static GateOptions Through(GateOptions gates) => GateJson.Read(JsonNode.Parse(GateJson.Write(gates).ToJsonString())!.AsObject());

    static void AssertSame(GateOptions expected, GateOptions read)
    {
        Assert.Equal(expected.Minimum, read.Minimum);
        Assert.Equal(expected, read with { Minimum = expected.Minimum });
    }
}
