using System.Text.Json;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>A search from its first trial to the version that it publishes.</summary>
public sealed class TuneTests(TrainedShop shop) : IClassFixture<TrainedShop>
{
    [Fact]
    public async Task The_best_is_chosen_on_a_validation_part_and_measured_on_the_test_part_once()
    {
        var json = (await Tune("lambda=10..2000", "--trials", "4")).Ends(0).Json;

        Assert.Equal(4, json.GetProperty("leaders").GetArrayLength());
        Assert.StartsWith("ease", json.GetProperty("best").GetString());
        Assert.Equal(2, json.GetProperty("test").GetProperty("trainers").GetArrayLength());
        var values = Values(json);
        Assert.Equal(values.OrderDescending(), values);
        Assert.Matches(@"^(The tuned options (beat|are worse than) the given ones on the test part: ndcg@20 0\.\d{4} against 0\.\d{4}|There is no evidence of a gain on the test part: ndcg@20|Nothing to gain was found: of 4 sets)", json.GetProperty("verdict").GetString()!);
    }

    [Fact]
    public async Task A_search_goes_on_where_it_was_and_begins_anew_where_that_is_asked_for()
    {
        var first = (await Tune("lambda=20..1000", "--trials", "3")).Ends(0).Json;
        var wider = (await Tune("lambda=20..1000", "--trials", "5")).Ends(0).Json;
        var again = (await Tune("lambda=20..1000", "--trials", "5")).Ends(0);
        var fresh = (await Tune("lambda=20..1000", "--trials", "5", "--fresh")).Ends(0).Json;

        Assert.Equal([0, 3, 5, 0], new[] { first, wider, again.Json, fresh }.Select(json => json.GetProperty("taken_over").GetInt32()));
        Assert.Subset(Values(wider).ToHashSet(), Values(first).ToHashSet());
        Assert.Equal(Values(wider), Values(again.Json));
        Assert.Equal(Values(wider), Values(fresh));
    }

    [Fact]
    public async Task A_search_that_was_killed_loses_no_trial_that_had_ended()
    {
        string[] arguments = ["tune", "--dataset", "shop", "--trainer", "ease", "--search", "lambda=30..3000", "--trials", "6"];
        var former = Journals();
        using (var killed = shop.Console.Start(shop.Home, arguments))
        {
            while (Journals().Except(former).SingleOrDefault() is not { } journal || File.ReadAllLines(journal).Length < 2) await Task.Delay(20, TestContext.Current.CancellationToken);
            killed.Signal("KILL");
            (await killed.EndAsync()).Ends(137);
        }

        var json = (await shop.RunAsync([.. arguments, "--json"])).Ends(0).Json;

        Assert.InRange(json.GetProperty("taken_over").GetInt32(), 2, 6);
        Assert.Equal(6, json.GetProperty("leaders").GetArrayLength());
    }

    [Fact]
    public async Task The_best_is_published_with_its_evaluation_and_shown_as_a_page()
    {
        var page = Path.Combine(shop.Home, "search.html");

        var json = (await Tune("lambda=50..500", "--trials", "3", "--publish", "tuned", "--html", page)).Ends(0).Json;

        Assert.Equal(("tuned", 1), (json.GetProperty("model").GetString(), json.GetProperty("version").GetInt32()));
        var version = new ModelStore(Path.Combine(shop.Home, "models", HomeFolder.DefaultTenant)).Model("tuned").Version(1);
        Assert.Equal("ease", version.Manifest.Trainer);
        Assert.Null(version.Manifest.Split);
        Assert.True(version.Manifest.Metrics!.ContainsKey("ndcg@20"));
        Assert.Contains("evaluation.safetensors", version.Manifest.Files.Select(file => file.Name));
        var promoted = await shop.RunAsync("models", "promote", "tuned", "--json");
        Assert.Equal("beats popularity", promoted.Json.GetProperty("gates")[0].GetProperty("gate").GetString());
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("<svg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", text, StringComparison.Ordinal);
    }

    string[] Journals() => Directory.Exists(Path.Combine(shop.Home, "runs")) ? Directory.GetFiles(Path.Combine(shop.Home, "runs"), "trials.jsonl", SearchOption.AllDirectories) : [];

    Task<Outcome> Tune(string search, params string[] options) => shop.RunAsync(["tune", "--dataset", "shop", "--trainer", "ease", "--search", search, "--json", .. options]);

    static double[] Values(JsonElement json) => [.. json.GetProperty("leaders").EnumerateArray().Select(leader => leader.GetProperty("value").GetDouble())];
}
