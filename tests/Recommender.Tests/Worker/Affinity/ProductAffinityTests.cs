using System.Net;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Affinity;

public sealed class ProductAffinityTests(ApiServer server) : IClassFixture<ApiServer>
{
    string Path => $"affinity/products/{server.Shop.Trained.Items[1]}";

    [Fact]
    public async Task Pages_hold_every_partner_once_and_in_order()
    {
        var whole = (await server.Get($"{Path}?limit=500")).Items;

        var (paged, cursor) = (new List<string>(), "0");
        while (cursor is not null)
        {
            var page = await server.Get($"{Path}?limit=3&cursor={cursor}");
            paged.AddRange(page.Items);
            cursor = page.Good["next_cursor"]?.GetValue<string>();
        }

        Assert.True(whole.Length > 6);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        var first = await server.Get(Path);
        var tag = first.Headers["ETag"];

        var second = await server.Get(Path, ("If-None-Match", $"\"other\", {tag}"));

        Assert.Equal((HttpStatusCode.NotModified, ""), (second.Status, second.Text));
        Assert.Equal(HttpStatusCode.OK, (await server.Get($"{Path}?limit=2", ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task The_query_asks_for_camel_case() => Assert.NotNull((await server.Get($"{Path}?case=camel")).Good["items"]![0]!["itemId"]);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("cursor=-1", "cursor")]
    public async Task A_page_that_cannot_be_is_refused(string query, string parameter) => Assert.Equal((422, "INVALID_PARAMETER", parameter), (await server.Get($"{Path}?{query}")).Refusal);

    [Fact]
    public async Task A_product_nobody_knows_is_not_found() => Assert.Equal((404, "NOT_FOUND", "id"), (await server.Get("affinity/products/unheard-of")).Refusal);
}
