using System.Text.Json;
using Recommender.EndToEnd.Models;
using Xunit;

namespace Recommender.EndToEnd.Baskets;

/// <summary>What <c>matrix</c> and <c>bundles</c> promise, on the demo shop and on files.</summary>
public sealed class MatrixTests(TrainedShop shop) : IClassFixture<TrainedShop>, IDisposable
{
    readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Affinity_is_the_formula_and_weights_change_at_query_time()
    {
        var baskets = _home.Write("baskets.csv", string.Concat(Enumerable.Repeat("a,b\n", 30).Concat(Enumerable.Repeat("a\n", 10)).Concat(Enumerable.Repeat("c\n", 60))));

        var row = (await JsonAsync("matrix", baskets, "--anchor", "a")).GetProperty("rows")[0];
        var weighted = (await JsonAsync("matrix", baskets, "--anchor", "a", "--weights", "0,1,0")).GetProperty("rows")[0];

        Assert.Equal(2.5, row.GetProperty("lift").GetDouble(), 1e-9);
        Assert.Equal(0.5 * 0.6 + 0.3 * 0.75 + 0.2 * 1, row.GetProperty("affinity").GetDouble(), 1e-6);
        Assert.Equal(0.75, weighted.GetProperty("affinity").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_saved_matrix_answers_like_the_one_that_was_counted_and_names_what_it_does_not_know()
    {
        var folder = Path.Combine(_home.Folder, "cross-sell");
        var counted = await JsonAsync("matrix", "--dataset", "shop", "--save", folder, "--no-filters", "--limit", "50");

        var opened = await JsonAsync("matrix", "--model", folder, "--no-filters", "--limit", "50");
        var anchor = opened.GetProperty("rows")[0].GetProperty("anchor").GetString()!;
        var cart = await JsonAsync("matrix", "--model", folder, "--cart", anchor, "--limit", "5");

        Assert.Equal(counted.GetProperty("rows").GetRawText(), opened.GetProperty("rows").GetRawText());
        Assert.Equal(5, cart.GetProperty("suggestions").GetArrayLength());
        Assert.Equal(anchor, cart.GetProperty("suggestions")[0].GetProperty("evidence")[0].GetProperty("anchor").GetString());
        Assert.Contains("'nothing'", Assert.Single((await shop.RunAsync("matrix", "--model", folder, "--anchor", "nothing")).Ends(1).ErrorLines));
        Assert.Contains("not empty", string.Concat((await shop.RunAsync("matrix", "--dataset", "shop", "--save", folder)).Ends(1).ErrorLines));
    }

    [Fact]
    public async Task A_picture_and_a_table_are_written()
    {
        var (page, table) = (Path.Combine(_home.Folder, "pairs.html"), Path.Combine(_home.Folder, "pairs.csv"));

        (await shop.RunAsync("matrix", "--dataset", "shop", "--no-filters", "--symmetric", "--html", page, "--out", table)).Ends(0);

        Assert.Contains("<svg", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
        Assert.StartsWith("anchor,item,count,affinity", await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Planted_pairs_come_out_as_bundles_with_price_margin_and_chance()
    {
        var json = await JsonAsync("bundles", "--dataset", "shop", "--discount", "10", "--min-margin", "20", "--sort", "success", "--limit", "10");

        var first = json.GetProperty("rows")[0];
        Assert.True(first.GetProperty("lift").GetDouble() > 5);
        Assert.InRange(first.GetProperty("success").GetProperty("value").GetDouble(), first.GetProperty("success").GetProperty("low").GetDouble(), first.GetProperty("success").GetProperty("high").GetDouble());
        Assert.Equal(first.GetProperty("price").GetDouble() * (1 - first.GetProperty("discount").GetDouble() / 100), first.GetProperty("discounted_price").GetDouble(), 1e-6);
        Assert.All(json.GetProperty("rows").EnumerateArray(), bundle => Assert.True(bundle.GetProperty("margin_percent").ValueKind == JsonValueKind.Null || bundle.GetProperty("margin_percent").GetDouble() >= 20 - 1e-6));
    }

    [Fact]
    public async Task Trends_compare_two_periods_of_equal_length()
    {
        var json = await JsonAsync("trends", "--dataset", "shop", "--days", "120");

        var (before, after) = (json.GetProperty("before"), json.GetProperty("after"));
        Assert.Equal(before.GetProperty("to").GetDateTime(), after.GetProperty("from").GetDateTime());
        Assert.Equal(TimeSpan.FromDays(120), after.GetProperty("to").GetDateTime() - after.GetProperty("from").GetDateTime());
        Assert.True(before.GetProperty("baskets").GetInt32() > 100 && json.GetProperty("tested").GetInt64() > 0);
        Assert.Equal(json.GetProperty("joined_pairs").GetInt32(), json.GetProperty("joined").GetArrayLength());
        Assert.Contains("inside the history", Assert.Single((await shop.RunAsync("trends", "--dataset", "shop", "--at", "9999-12-31")).Ends(1).ErrorLines, line => line.StartsWith("error:")));
    }

    [Fact]
    public async Task A_folder_without_a_matrix_says_how_to_make_one() =>
        Assert.Contains("recommender matrix --dataset <name> --save nope", Assert.Single((await shop.RunAsync("matrix", "--model", "nope")).Ends(1).ErrorLines));

    [Theory]
    [InlineData("trends", "--max-q", "0")]
    [InlineData("matrix", "--weights", "1,2")]
    [InlineData("matrix", "--min-count", "0")]
    [InlineData("matrix", "--min-confidence", "7")]
    [InlineData("trends", "--half-life", "30")]
    [InlineData("bundles", "--half-life", "30")]
    [InlineData("itemsets", "--half-life", "30")]
    [InlineData("matrix", "--anchor", "")]
    [InlineData("matrix", "--cart", " , ")]
    [InlineData("matrix", "--decayed")]
    [InlineData("matrix", "--memory", "much")]
    [InlineData("rules", "--measures", "")]
    [InlineData("rules", "--where", ",,")]
    [InlineData("rules", "--max-rules", "0")]
    [InlineData("bundles", "--discount", "120")]
    [InlineData("bundles", "--max-items", "1")]
    [InlineData("bundles", "--sort", "fame")]
    public async Task What_is_out_of_range_is_wrong_use(string command, params string[] wrong) =>
        Assert.Single((await shop.RunAsync([command, "--dataset", "shop", .. wrong])).Ends(2).ErrorLines);

    async Task<JsonElement> JsonAsync(params string[] command) => (await shop.RunAsync([.. command, "--json"])).Ends(0).Json;
}
