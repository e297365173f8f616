using System.Text.Json;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Baskets;

/// <summary>What <c>itemsets</c> promises, on real baskets and wrong ones.</summary>
public sealed class ItemsetsTests(BuiltConsole console) : IClassFixture<BuiltConsole>, IDisposable
{
    readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("frequent", "0.001", 13_492)]
    [InlineData("closed", "0.0005", 46_267)]
    [InlineData("maximal", "0.01", 243)]
    public async Task Every_itemset_of_a_grocery_is_counted(string kind, string support, int itemsets)
    {
        var json = await JsonAsync("itemsets", SharedData.Path("groceries/baskets.csv"), "--kind", kind, "--min-support", support);

        Assert.Equal(itemsets, json.GetProperty("itemsets").GetInt32());
        Assert.Equal(itemsets, json.GetProperty("by_size").EnumerateObject().Sum(size => size.Value.GetInt32()));
        Assert.False(json.GetProperty("cut").GetBoolean());
        Assert.True(json.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task Sizes_without_itemsets_are_left_out()
    {
        var baskets = _home.Write("giant.csv", string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Range(0, 900)) + "\n", 3)));

        var json = await JsonAsync("itemsets", baskets, "--kind", "closed", "--min-count", "2");
        var lines = (await console.RunAsync(_home.Folder, "itemsets", baskets, "--kind", "closed", "--min-count", "2")).Ends(0).Output.Split('\n');

        Assert.Equal("""{"900":1}""", json.GetProperty("by_size").GetRawText().Replace(" ", "").Replace("\n", ""));
        Assert.InRange(lines.Length, 2, 6);
    }

    [Theory]
    [InlineData("sets.csv")]
    [InlineData("sets.json")]
    [InlineData("sets.parquet")]
    public async Task A_file_gets_every_itemset(string name)
    {
        var (baskets, file) = (Baskets(), Path.Combine(_home.Folder, "out", name));

        var json = await JsonAsync("itemsets", baskets, "--min-count", "2", "--out", file);

        Assert.Equal(5, json.GetProperty("itemsets").GetInt32());
        if (name.EndsWith(".csv")) Assert.Equal(["a,1,3,0.75", "a|b,2,2,0.5", "a|c,2,2,0.5", "b,1,3,0.75", "c,1,2,0.5", "items,size,count,support"], (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Order());
        else Assert.True(new FileInfo(file).Length > 100);
    }

    [Fact]
    public async Task A_search_that_is_cut_says_so()
    {
        var json = await JsonAsync("itemsets", Baskets(), "--min-count", "1", "--max-itemsets", "3");

        Assert.True(json.GetProperty("cut").GetBoolean());
        Assert.Contains("3", json.GetProperty("cut_by").GetString());
    }

    [Theory]
    [InlineData(2, "--min-support", "0")]
    [InlineData(2, "--min-support", "1.5")]
    [InlineData(2, "--min-count", "0")]
    [InlineData(2, "--max-length", "0")]
    [InlineData(2, "--kind", "odd")]
    [InlineData(2, "--memory", "much")]
    [InlineData(2, "--level", "brand")]
    [InlineData(2, "--order-column", "order")]
    [InlineData(2, "--item-column", "item")]
    [InlineData(2, "--out", "sets.xml")]
    [InlineData(2, "--min-support", "0,01")]
    [InlineData(2, "--time", "0,5")]
    public async Task What_is_out_of_range_is_wrong_use(int exitCode, params string[] wrong) =>
        Assert.Single((await console.RunAsync(_home.Folder, ["itemsets", Baskets(), .. wrong])).Ends(exitCode).ErrorLines);

    [Fact]
    public async Task What_is_written_never_takes_the_place_of_what_is_read()
    {
        var baskets = Baskets();

        Assert.Contains("is read", Assert.Single((await console.RunAsync(_home.Folder, "itemsets", baskets, "--out", baskets)).Ends(2).ErrorLines));
        Assert.Contains("--html", Assert.Single((await console.RunAsync(_home.Folder, "rules", baskets, "--out", _home.Path("x.csv"), "--html", _home.Path("x.csv"))).Ends(2).ErrorLines));

        Assert.Equal("a,b,a\na,b,c\nb\na,c\n", await File.ReadAllTextAsync(baskets, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_without_baskets_are_errors_that_name_them()
    {
        foreach (var file in new[] { _home.Write("empty.csv", ""), Path.Combine(_home.Folder, "missing.csv") })
            Assert.Contains(Path.GetFileName(file), Assert.Single((await console.RunAsync(_home.Folder, "itemsets", file)).Ends(1).ErrorLines, line => line.StartsWith("error:")));
    }

    string Baskets() => _home.Write("baskets.csv", "a,b,a\na,b,c\nb\na,c\n");

    async Task<JsonElement> JsonAsync(params string[] command) => (await console.RunAsync(_home.Folder, [.. command, "--json"])).Ends(0).Json;
}
