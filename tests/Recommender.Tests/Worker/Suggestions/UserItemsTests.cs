using System.Globalization;
using Recommender.Core.Models;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Suggestions;

public sealed class UserItemsTests(ApiServer server) : IClassFixture<ApiServer>
{
    const string Path = "recommendations/user-items";

    [Fact]
    public async Task A_customer_gets_what_the_storefront_answers()
    {
        var reply = (await server.Post(Path, """{"user_id":"c000003","n":5}""")).Good;

        var answer = server.Shop.Front.Recommend(new() { Customer = "c000003", Count = 5 });
        Assert.Equal((answer.Model, answer.Version), (reply["model"]!.GetValue<string>(), reply["version"]!.GetValue<int>()));
        Assert.Equal(answer.Items.Select(item => (item.Item, item.Score.ToString("R", CultureInfo.InvariantCulture), item.Strategy.ToString().ToLowerInvariant())),
            reply["items"]!.AsArray().Select(item => (item!["item_id"]!.GetValue<string>(), item["score"]!.GetValue<float>().ToString("R", CultureInfo.InvariantCulture), item["strategy"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("""{"user_id":"c000003","n":4}""")]
    [InlineData("""{"customer_id":"c000003","top_n":4}""")]
    [InlineData("""{"userId":"c000003","topN":4}""")]
    [InlineData("""{"customerId":"c000003","n":4,"explain":null}""")]
    public async Task Every_name_of_a_field_says_the_same(string body) =>
        Assert.Equal((await server.Post(Path, """{"user_id":"c000003","n":4}""")).Items, Ids(await server.Post(Path, body)));

    [Theory]
    [InlineData("""{"user_id":"c000003","topN":2}""", "recommendation_id")]
    [InlineData("""{"userId":"c000003","top_n":2}""", "recommendationId")]
    [InlineData("""{"items":[],"n":2}""", "recommendation_id")]
    public async Task The_answer_has_the_spelling_that_the_first_telling_field_has(string body, string key) =>
        Assert.NotNull((await server.Post(Path, body)).Good[key]);

    [Fact]
    public async Task The_query_overrules_the_spelling_of_the_body()
    {
        Assert.NotNull((await server.Post(Path + "?case=camel", """{"user_id":"c000003"}""")).Good["recommendationId"]);
        Assert.Equal((422, "INVALID_PARAMETER", "case"), (await server.Post(Path + "?case=kebab", """{"user_id":"c000003"}""")).Refusal);
    }

    [Fact]
    public async Task Several_customers_are_answered_each_in_their_place()
    {
        var answers = (await server.Post(Path, """{"user_ids":["c000003","nobody","c000005"],"n":3}""")).Good["answers"]!.AsArray();

        Assert.Equal(["c000003", "nobody", "c000005"], answers.Select(answer => answer!["user_id"]!.GetValue<string>()));
        Assert.Equal(3, answers.Select(answer => answer!["recommendation_id"]!.GetValue<string>()).Distinct().Count());
        foreach (var answer in answers)
        {
            var alone = (await server.Post(Path, $$"""{"user_id":"{{answer!["user_id"]}}","n":3}""")).Items;
            Assert.Equal(alone, answer["items"]!.AsArray().Select(item => item!["item_id"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task A_stranger_gets_what_is_popular_and_a_full_list()
    {
        var items = (await server.Post(Path, """{"user_id":"nobody","n":7}""")).Good["items"]!.AsArray();

        Assert.Equal(7, items.Count);
        Assert.All(items, item => Assert.Equal("popular", item!["strategy"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("en", "popular in the shop")]
    [InlineData("es-MX,es;q=0.9,en;q=0.5", "popular en la tienda")]
    [InlineData("pt-BR", "popular na loja")]
    [InlineData("fi", "popular in the shop")]
    public async Task Explain_gives_reasons_in_the_callers_language(string language, string reason) =>
        Assert.Equal(reason, (await server.Post(Path, """{"user_id":"nobody","n":1,"explain":true}""", ("Accept-Language", language))).Good["items"]![0]!["reason"]!.GetValue<string>());

    [Fact]
    public async Task Explain_names_what_speaks_for_an_item_and_its_share()
    {
        var item = (await server.Post(Path, """{"user_id":"c000003","n":1,"explain":true}""")).Good["items"]![0]!;

        Assert.StartsWith("because of ", item["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(item["evidence"]![0]!["share"]!.GetValue<double>(), 0.001, 1);
    }

    [Fact]
    public async Task Without_explain_there_is_no_reason() => Assert.Null((await server.Post(Path, """{"user_id":"c000003","n":1}""")).Good["items"]![0]!["reason"]);

    [Fact]
    public async Task What_was_bought_comes_again_only_where_it_is_asked_for()
    {
        var all = await server.Post(Path, $$"""{"user_id":"c000003","n":{{AnsweringItems}},"exclude_purchased":false}""");

        var bought = server.Shop.Shopper("c000003", Repeats.LeftOut).History.Items.ToArray().Select(item => server.Shop.Trained.Items[item]).ToHashSet();
        Assert.Contains(all.Items, bought.Contains);
        Assert.DoesNotContain((await server.Post(Path, $$"""{"user_id":"c000003","n":{{AnsweringItems}}}""")).Items, bought.Contains);
    }

    [Fact]
    public async Task What_is_excluded_does_not_come()
    {
        var first = (await server.Post(Path, """{"user_id":"c000003","n":1}""")).Items[0];

        Assert.DoesNotContain(first, (await server.Post(Path, $$"""{"user_id":"c000003","n":10,"exclude":["{{first}}"]}""")).Items);
    }

    [Theory]
    [InlineData("{}", "MISSING_PARAMETER", "user_id")]
    [InlineData("", "MISSING_PARAMETER", "user_id")]
    [InlineData("""{"user_ids":["a"],"user_id":"b"}""", "INVALID_PARAMETER", "user_ids")]
    [InlineData("""{"user_ids":["a"],"items":["b"]}""", "INVALID_PARAMETER", "user_ids")]
    [InlineData("""{"user_id":"c000003","n":0}""", "INVALID_PARAMETER", "n")]
    [InlineData("""{"user_id":"c000003","n":1001}""", "INVALID_PARAMETER", "n")]
    [InlineData("""{"user_id":"c000003","user":"x"}""", "INVALID_PARAMETER", "user")]
    public async Task What_will_not_do_is_refused_by_its_field(string body, string code, string parameter) =>
        Assert.Equal((422, code, parameter), (await server.Post(Path, body)).Refusal);

    [Fact]
    public async Task Without_a_model_it_says_when_to_come_back()
    {
        var reply = await server.Post(Path, """{"user_id":"c000003"}""", ("X-Empty", "1"));

        Assert.Equal((503, "NO_MODEL"), (reply.Refusal.Status, reply.Refusal.Code));
        Assert.Equal("1", reply.Headers["Retry-After"]);
    }

    static int AnsweringItems => Engine.Answers.AnsweringShop.Items;

    static string[] Ids(Reply reply) => [.. (reply.Good["items"]!).AsArray().Select(item => (item!["item_id"] ?? item["itemId"])!.GetValue<string>())];
}
