using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>A live version beside a shop that goes on, and one that turns into another.</summary>
public sealed class DriftTests(BuiltConsole console) : IClassFixture<BuiltConsole>, IDisposable
{
    const string Moment = "2026-05-01";

    readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_version_that_its_shop_has_left_behind_is_told_with_exit_code_3()
    {
        var pipeline = _home.Write("shop.yaml", "name: shop\ndataset: shop\ntrainers: [frequency]\ndrift: { max_new_items: 0.2, max_popularity_shift: 0.9, max_metric_decay: 0.9 }\n");
        await ImportAsync("known.csv", Lines().Where(line => Date(line) < 0));
        (await console.RunAsync(_home.Folder, "train", "--dataset", "shop", "--trainer", "frequency", "--publish", "shop")).Ends(0);
        (await console.RunAsync(_home.Folder, "models", "promote", "shop", "--force", "--reason", "test")).Ends(0);

        var none = (await console.RunAsync(_home.Folder, "drift", "shop", "--json")).Ends(0).Json;
        Assert.Equal("too little data", none.GetProperty("verdict").GetString());

        await ImportAsync("all.csv", Lines());
        var same = (await console.RunAsync(_home.Folder, "drift", "--pipeline", pipeline, "--json")).Ends(0).Json;
        Assert.Equal("ok", same.GetProperty("verdict").GetString());
        Assert.All(same.GetProperty("checks").EnumerateArray(), check => Assert.Equal("ok", check.GetProperty("verdict").GetString()));

        await ImportAsync("renamed.csv", Lines().Select((line, at) => Date(line) < 0 || at % 3 > 0 ? line : Renamed(line)));
        var moved = (await console.RunAsync(_home.Folder, "drift", "--pipeline", pipeline, "--json")).Ends(3).Json;
        Assert.Equal("drifted", moved.GetProperty("verdict").GetString());
        Assert.InRange(moved.GetProperty("checks")[0].GetProperty("figure").GetDouble(), 0.25, 0.45);
        var shown = (await console.RunAsync(_home.Folder, "drift", "shop@production", "--max-new-items", "0.2")).Ends(3);
        Assert.Contains("Verdict: drifted", shown.Output);
    }

    [Theory]
    [InlineData("drift", 2, "--pipeline")]
    [InlineData("drift shop", 1, "shop")]
    [InlineData("drift shop --max-new-items 2", 2, "outside 0 to 1")]
    public async Task What_makes_no_sense_is_named_with_its_cure(string arguments, int exitCode, string named) =>
        Assert.Contains(named, (await console.RunAsync(_home.Folder, arguments.Split(' '))).Ends(exitCode).Error);

    async Task ImportAsync(string name, IEnumerable<string> lines) =>
        await console.ImportAsync(_home.Folder, _home.Write(name, string.Join('\n', [Header(), .. lines]) + "\n"));

    string Header() => File.ReadLines(console.Purchases).First();

    string[] Lines() => [.. File.ReadLines(console.Purchases).Skip(1)];

    int Date(string line) => string.CompareOrdinal(line.Split(',')[Column("purchased_at")], Moment);

    string Renamed(string line)
    {
        var fields = line.Split(',');
        fields[Column("item_id")] += "-new";
        return string.Join(',', fields);
    }

    int Column(string name) => Array.IndexOf(Header().Split(','), name);
}
