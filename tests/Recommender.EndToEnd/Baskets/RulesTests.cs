using System.Text.Json;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Baskets;

/// <summary>What <c>rules</c> promises to scripts and people.</summary>
public sealed class RulesTests(BuiltConsole console) : IClassFixture<BuiltConsole>, IDisposable
{
    readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("0.001", "0.8", 410)]
    [InlineData("0.001", "0.5", 5_668)]
    [InlineData("0.005", "0.3", 482)]
    [InlineData("0.01", "0.25", 170)]
    public async Task The_rules_of_a_grocery_are_those_of_others(string support, string confidence, int rules)
    {
        var json = await JsonAsync("rules", SharedData.Path("groceries/baskets.csv"), "--min-support", support, "--min-confidence", confidence, "--limit", "10000");

        Assert.Equal(rules, json.GetProperty("rules").GetInt32());
        Assert.Equal(rules, json.GetProperty("rows").GetArrayLength());
        Assert.Equal(9_835, json.GetProperty("baskets").GetInt32());
        Assert.False(json.GetProperty("cut").GetBoolean());
        if (confidence != "0.8") return;

        AssertRule(json, ["liquor", "red/blush wine"], "bottled beer", .0019318759532282664, .9047619047619048, 11.23526936026936);
        AssertRule(json, ["hygiene articles", "butter", "pip fruit"], "whole milk", .0010167768174885612, 1, 3.913649025069638);
    }

    [Fact]
    public async Task Rows_are_limited_but_all_rules_are_counted()
    {
        var json = await JsonAsync("rules", SharedData.Path("groceries/baskets.csv"), "--min-support", "0.001", "--min-confidence", "0.5", "--limit", "7");

        Assert.Equal(5_668, json.GetProperty("rules").GetInt32());
        Assert.Equal(7, json.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_picture_gives_a_pair_its_own_figures_not_those_of_a_longer_rule()
    {
        var (baskets, page) = (_home.Write("trio.csv", string.Concat(Enumerable.Repeat("a,b,c\n", 10).Concat(Enumerable.Repeat("a,b\n", 30)).Concat(Enumerable.Repeat("d\n", 60)))), _home.Path("trio.html"));

        (await console.RunAsync(_home.Folder, "rules", baskets, "--sort", "conviction", "--if", "c", "--then", "b", "--html", page)).Ends(0);
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);

        Assert.Contains("<tr><th scope=\"row\">b</th><td>c</td><td class=\"number\">10</td><td class=\"number\">2.50</td></tr>", text);
        Assert.Contains("<tr><th scope=\"row\">a</th><td>b</td><td class=\"number\">40</td><td class=\"number\">2.50</td></tr>", text);
    }

    [Fact]
    public async Task A_name_with_a_comma_or_a_terminal_s_words_is_an_item_like_others()
    {
        var baskets = _home.Write("odd.csv", string.Concat(Enumerable.Repeat("\"salt, pepper\",\u001b[31mred\n", 20)) + "other\n");

        var json = await JsonAsync("rules", baskets, "--if", "salt, pepper");
        var shown = (await console.RunAsync(_home.Folder, "rules", baskets)).Ends(0).Output;

        Assert.Equal("salt, pepper", json.GetProperty("rows")[0].GetProperty("antecedent")[0].GetString());
        Assert.DoesNotContain('\u001b', shown);
    }

    [Theory]
    [InlineData("--min-confidence", "1.2")]
    [InlineData("--max-consequent", "0")]
    [InlineData("--limit", "-1")]
    [InlineData("--sort", "liftt")]
    [InlineData("--where", "lift")]
    [InlineData("--max-q", "2")]
    public async Task What_is_out_of_range_is_wrong_use(params string[] wrong) =>
        Assert.Single((await console.RunAsync(_home.Folder, ["rules", _home.Write("baskets.csv", "a,b\na,b,c\nb\n"), .. wrong])).Ends(2).ErrorLines);

    static void AssertRule(JsonElement json, string[] antecedent, string consequent, double support, double confidence, double lift)
    {
        var rule = json.GetProperty("rows").EnumerateArray().Single(row =>
            row.GetProperty("antecedent").EnumerateArray().Select(item => item.GetString()).Order().SequenceEqual(antecedent.Order()) && row.GetProperty("consequent")[0].GetString() == consequent);
        Assert.Equal(support, rule.GetProperty("support").GetDouble(), 1e-9);
        Assert.Equal(confidence, rule.GetProperty("confidence").GetDouble(), 1e-9);
        Assert.Equal(lift, rule.GetProperty("lift").GetDouble(), 1e-9);
    }

    async Task<JsonElement> JsonAsync(params string[] command) => (await console.RunAsync(_home.Folder, [.. command, "--json"])).Ends(0).Json;
}
