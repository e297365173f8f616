using Recommender.Core.Models;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Suggestions;

public sealed class ShelfTests(ApiServer server) : IClassFixture<ApiServer>
{
    string First => server.Shop.Trained.Items[0];

    [Theory]
    [InlineData("""{"item_id":"$","n":4}""")]
    [InlineData("""{"itemId":"$","topN":4}""")]
    [InlineData("""{"items":["$"],"top_n":4}""")]
    [InlineData("""{"item_ids":["$"],"n":4,"user_id":"c1"}""")]
    public async Task Similar_items_are_those_of_the_storefront(string body)
    {
        var reply = (await server.Post("recommendations/similar-items", body.Replace("$", First))).Good;

        Assert.Equal(server.Shop.Front.Similar(new() { Items = [First], Count = 4 }).Items.Select(item => item.Item),
            reply["items"]!.AsArray().Select(item => (item!["item_id"] ?? item["itemId"])!.GetValue<string>()));
    }

    [Fact]
    public async Task Similar_items_name_what_they_are_like() =>
        Assert.Equal($"like {First}", (await server.Post("recommendations/similar-items", $$"""{"item_id":"{{First}}","n":1,"explain":true}""")).Good["items"]![0]!["reason"]!.GetValue<string>());

    [Fact]
    public async Task A_name_that_customers_read_stands_in_reasons()
    {
        server.Shop.Assortment.Set([new(First, server.Shop.Assortment.Facts(server.Shop.Assortment.Find(First)) with { Name = "Shampoo \"Élan\" <b>" })]);

        var reason = (await server.Post("recommendations/similar-items", $$"""{"item_id":"{{First}}","n":1,"explain":true}""")).Good["items"]![0]!["reason"]!.GetValue<string>();

        server.Shop.Assortment.Set([new(First, Recommender.Engine.Assortments.ItemFacts.Unknown)]);
        Assert.Equal("like Shampoo \"Élan\" <b>", reason);
    }

    [Fact]
    public async Task A_carts_partners_are_explained_with_their_counts()
    {
        var item = (await server.Post("recommendations/frequently-bought-together", $$"""{"items":["{{First}}"],"n":1,"explain":true}""")).Good["items"]![0]!;

        var pair = server.Shop.Front.BoughtTogether(new() { Items = [First], Count = 1, Explain = true }).Items[0];
        var evidence = pair.Evidence[0];
        Assert.Equal("rule", item["strategy"]!.GetValue<string>());
        Assert.Equal(FormattableString.Invariant($"bought with {First} in {evidence.Baskets} baskets, {evidence.Lift:0.0} times more than chance"), item["reason"]!.GetValue<string>());
        Assert.Equal((evidence.Item, evidence.Baskets), (item["evidence"]![0]!["item_id"]!.GetValue<string>(), item["evidence"]![0]!["baskets"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_next_basket_may_hold_what_was_bought_before()
    {
        var bought = server.Shop.Shopper("c000003", Repeats.LeftOut).History.Items.ToArray().Select(item => server.Shop.Trained.Items[item]).ToHashSet();

        Assert.Contains((await server.Post("recommendations/next-basket", """{"customerId":"c000003","n":40}""")).Good["items"]!.AsArray(), item => bought.Contains(item!["itemId"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("similar-items", "{}", "item_id")]
    [InlineData("similar-items", """{"items":[]}""", "item_id")]
    [InlineData("frequently-bought-together", "{}", "items")]
    [InlineData("frequently-bought-together", """{"items":[]}""", "items")]
    [InlineData("next-basket", """{"n":3}""", "user_id")]
    [InlineData("upsell", "{}", "item_id")]
    public async Task What_is_not_named_is_asked_for(string endpoint, string body, string parameter) =>
        Assert.Equal((422, "MISSING_PARAMETER", parameter), (await server.Post($"recommendations/{endpoint}", body)).Refusal);

    [Theory]
    [InlineData("""{"items":["a","b"]}""")]
    [InlineData("""{"items":["a"],"item_id":"b"}""")]
    public async Task Only_one_items_like_is_asked_at_a_time(string body) =>
        Assert.Equal((422, "INVALID_PARAMETER", "items"), (await server.Post("recommendations/similar-items", body)).Refusal);

    [Theory]
    [InlineData("recommendations/upsell", """{"item_id":"a"}""")]
    [InlineData("propensity/buy-product", """{"user_id":"a","product_id":"b","days":7}""")]
    public async Task An_insight_that_is_not_there_yet_says_so(string path, string body)
    {
        var reply = await server.Post(path, body);

        Assert.Equal((503, "INSIGHT_NOT_READY"), (reply.Refusal.Status, reply.Refusal.Code));
        Assert.Equal("3600", reply.Headers["Retry-After"]);
    }

    [Theory]
    [InlineData("{}", "user_id")]
    [InlineData("""{"customerId":"c"}""", "item_id")]
    public async Task A_wrong_question_for_an_insight_to_come_is_refused_as_ever(string body, string parameter) =>
        Assert.Equal((422, "MISSING_PARAMETER", parameter), (await server.Post("propensity/buy-product", body)).Refusal);

    [Theory]
    [InlineData("affinity/customers/c1")]
    [InlineData("cross-sell/opportunities")]
    public async Task Insights_to_read_are_not_there_yet_either(string path) =>
        Assert.Equal((503, "INSIGHT_NOT_READY"), ((await server.Get(path)).Refusal.Status, (await server.Get(path)).Refusal.Code));
}
