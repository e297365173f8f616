using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Feeds;

public sealed class ItemFeedTests : IDisposable
{
    const string Path = "catalogue/items";

    readonly ApiServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("""{"item_id":"$","hidden":true}""")]
    [InlineData("""{"itemId":"$","stock":0}""")]
    [InlineData("""{"item_id":"$","discontinued":true}""")]
    public async Task The_next_question_sees_the_change(string change)
    {
        var first = (await Recommended())[0];

        var taken = (await _server.Post(Path, $$"""{"items":[{{change.Replace("$", first)}}]}""")).Good["taken"]!.GetValue<int>();

        Assert.Equal(1, taken);
        Assert.DoesNotContain(first, await Recommended());
    }

    [Fact]
    public async Task A_field_that_is_null_is_known_no_longer()
    {
        var first = (await Recommended())[0];
        await _server.Post(Path, $$"""{"items":[{"item_id":"{{first}}","stock":0,"colours":["red","blue"]}]}""");

        await _server.Post(Path, $$"""{"items":[{"item_id":"{{first}}","stock":null}]}""");

        Assert.Equal(first, (await Recommended())[0]);
    }

    [Theory]
    [InlineData("{}", "MISSING_PARAMETER", "items")]
    [InlineData("""{"items":{}}""", "INVALID_PARAMETER", "items")]
    [InlineData("""{"items":["a"]}""", "INVALID_PARAMETER", "items[0]")]
    [InlineData("""{"items":[{"price":1}]}""", "MISSING_PARAMETER", "items[0].item_id")]
    [InlineData("""{"items":[{"item_id":7}]}""", "INVALID_PARAMETER", "items[0].item_id")]
    [InlineData("""{"items":[{"item_id":"a","tint":{"a":1}}]}""", "INVALID_PARAMETER", "items[0].tint")]
    [InlineData("""{"items":[{"item_id":"a","price":1,"price":2}]}""", "INVALID_PARAMETER", "items[0].price")]
    [InlineData("""{"items":[{"item_id":"a","price":1},{"item_id":"b","price":"cheap"}]}""", "INVALID_PARAMETER", "items[1].price")]
    public async Task A_change_that_will_not_do_is_named_and_none_is_taken(string body, string code, string parameter)
    {
        Assert.Equal((422, code, parameter), (await _server.Post(Path, body)).Refusal);
        Assert.Equal(-1, _server.Shop.Assortment.Find("a"));
    }

    async Task<string[]> Recommended() => (await _server.Post("recommendations/user-items", """{"user_id":"c000003","n":3}""")).Items;
}
