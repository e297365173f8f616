using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.CrossSell;

public sealed class CrossSellMatrixTests(ApiServer server) : IClassFixture<ApiServer>
{
    const string Path = "recommendations/cross-sell-matrix";
    const string OtherPath = "ai/echointel/recommendations/cross-sell-matrix";

    // a and b stand together in 2 of 4 baskets; alone they stand in 3 and 2.
    const string Baskets = """[{"order_id":"1","items":["a","b"]},{"order_id":"2","items":["b","a","a"]},{"order_id":"3","items":["a","c"]},{"order_id":"4","items":["d"]}]""";
    const string Rows = """[{"order_id":"1","item_id":"a"},{"order_id":"2","item_id":"b","quantity":2},{"order_id":"1","item_id":"b"},{"order_id":"2","item_id":"a"},{"order_id":"2","item_id":"a"},{"order_id":"3","item_id":"c","customer_id":"x","purchased_at":"2026-01-01"},{"order_id":"3","item_id":"a"},{"order_id":"4","item_id":"d"},{"order_id":"4","item_id":"a","quantity":-1}]""";

    [Theory]
    [InlineData(Path, Baskets)]
    [InlineData(Path, Rows)]
    [InlineData(OtherPath, Baskets)]
    [InlineData(OtherPath, Rows)]
    public async Task Inline_baskets_are_counted_by_the_definitions(string path, string data)
    {
        var items = (await server.Post(path, $$"""{"data":{{data}},"anchors":["a"],"min_lift":0}""")).Good["items"]!.AsArray();

        var first = items[0]!;
        Assert.Equal(["b", "c"], items.Select(item => item!["item_id"]!.GetValue<string>()));
        Assert.Equal((2, 0.5, 0.666667, 1.333333), (first["baskets"]!.GetValue<int>(), first["support"]!.GetValue<double>(), first["confidence"]!.GetValue<double>(), first["lift"]!.GetValue<double>()));
        Assert.Equal(Math.Round((0.5 * (1 - 1 / (4 / 3.0))) + (0.3 * 2 / 3) + (0.2 * 1), 6), first["score"]!.GetValue<double>());
    }

    [Fact]
    public async Task Weights_and_thresholds_of_the_question_count()
    {
        var pairs = (await server.Post(Path, $$"""{"data":{{Baskets}},"anchors":["a"],"min_lift":1.3,"min_count":2,"weights":{"lift":0,"confidence":1,"support":0},"explain":true}""")).Good["items"]!.AsArray();

        Assert.Equal(("b", 0.666667), (pairs.Single()!["item_id"]!.GetValue<string>(), pairs[0]!["score"]!.GetValue<double>()));
        Assert.Equal("bought with a in 2 baskets, 1.3 times more than chance", pairs[0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Camel_case_is_answered_in_camel_case()
    {
        var reply = (await server.Post(Path, """{"data":[{"orderId":"1","items":["a","b"]}],"minSupport":0,"minLift":0}""")).Good;

        Assert.Equal(("inline", "a", "b"), (reply["model"]!.GetValue<string>(), reply["items"]![0]!["anchorId"]!.GetValue<string>(), reply["items"]![0]!["itemId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_stored_matrix_answers_without_data()
    {
        var anchor = server.Shop.Trained.Items[2];
        var reply = (await server.Post(Path, $$"""{"anchors":["{{anchor}}"],"top_n":3,"min_support":0,"min_confidence":0,"min_lift":0,"symmetric":true}""")).Good;

        var expected = server.Shop.Front.CrossSell(new PairQuestion { Anchors = [anchor], Count = 3, Query = CrossSellQuery.Unfiltered with { IsSymmetric = true } });
        Assert.Equal(("beauty-matrix", 3), (reply["model"]!.GetValue<string>(), reply["version"]!.GetValue<int>()));
        Assert.Equal(expected.Pairs.Select(pair => (pair.Anchor, pair.Item, pair.Baskets)),
            reply["items"]!.AsArray().Select(item => (item!["anchor_id"]!.GetValue<string>(), item["item_id"]!.GetValue<string>(), item["baskets"]!.GetValue<int>())));
    }

    [Theory]
    [InlineData(Path, "{}")]
    [InlineData(Path, "")]
    [InlineData(OtherPath, "{}")]
    public async Task Without_data_and_without_a_matrix_data_is_missing(string path, string body) =>
        Assert.Equal((422, "MISSING_PARAMETER", "data"), (await server.Post(path, body, ("X-Empty", "1"))).Refusal);

    [Fact]
    public async Task A_matrix_that_was_named_and_is_not_there_is_no_model() =>
        Assert.Equal((503, "NO_MODEL"), ((await server.Post(Path, """{"model":"other"}""", ("X-Empty", "1"))).Refusal.Status, (await server.Post(Path, """{"model":"other"}""", ("X-Empty", "1"))).Refusal.Code));

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"order_id":"1","items":[]}]}""")]
    [InlineData("""{"data":[{"order_id":"1","item_id":"a"}]}""")]
    public async Task Baskets_without_pairs_have_none(string body) => Assert.Empty((await server.Post(Path, body, ("X-Empty", "1"))).Items);

    [Theory]
    [InlineData("""{"data":[{"item_id":"a"}]}""", "MISSING_PARAMETER", "data.order_id")]
    [InlineData("""{"data":[{"order_id":"1"}]}""", "MISSING_PARAMETER", "data.item_id")]
    [InlineData("""{"data":[{"order_id":"1","item_id":"a"},{"order_id":1,"item_id":"a"}]}""", "INVALID_PARAMETER", "data[1].order_id")]
    [InlineData("""{"data":[{"order_id":"1","items":["a",2]}]}""", "INVALID_PARAMETER", "data[0].items[1]")]
    [InlineData("""{"data":["1"]}""", "INVALID_PARAMETER", "data[0]")]
    [InlineData("""{"data":[{"order":"1","item_id":"a"}]}""", "INVALID_PARAMETER", "order")]
    [InlineData("""{"data":[{"order_id":"1","item_id":"a","items":["b"]}]}""", "INVALID_PARAMETER", "data.items")]
    [InlineData("""{"data":[{"order_id":"1","item_id":"a","purchased_at":"yesterday"}]}""", "INVALID_PARAMETER", "data[0].purchased_at")]
    [InlineData("""{"data":{}}""", "INVALID_PARAMETER", "data")]
    [InlineData("""{"data":[],"model":"beauty"}""", "INVALID_PARAMETER", "data")]
    [InlineData("""{"data":[],"level":"brand"}""", "INVALID_PARAMETER", "level")]
    [InlineData("""{"level":"shelf"}""", "INVALID_PARAMETER", "level")]
    [InlineData("""{"weights":{"lift":0,"confidence":0,"support":0}}""", "INVALID_PARAMETER", "weights")]
    [InlineData("""{"weights":{"lift":-1}}""", "INVALID_PARAMETER", "weights.lift")]
    [InlineData("""{"weights":{"lft":1}}""", "INVALID_PARAMETER", "lft")]
    [InlineData("""{"min_support":2}""", "INVALID_PARAMETER", "min_support")]
    [InlineData("""{"min_confidence":"0.2"}""", "INVALID_PARAMETER", "min_confidence")]
    public async Task What_will_not_do_is_refused_by_its_field(string body, string code, string parameter) =>
        Assert.Equal((422, code, parameter), (await server.Post(Path, body)).Refusal);
}
