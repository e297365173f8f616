using Recommender.Core.Store;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Pipelines;

public sealed class RunTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    [Fact]
    public async Task The_demo_pipeline_ends_live_and_a_second_run_repeats_nothing()
    {
        using var home = new TemporaryHome();
        string[] words = ["run", ProjectRoot.Path("pipelines/beauty.yaml"), "--home", home.Folder, "--json"];

        var first = (await console.Launch.RunAsync(words)).Ends(0);
        var second = (await console.Launch.RunAsync(words)).Ends(0);

        Assert.Equal(("beauty", "beauty", true, "production"), (first.Json.GetProperty("pipeline").GetString(), first.Json.GetProperty("model").GetString(), first.Json.GetProperty("promoted").GetBoolean(), first.Json.GetProperty("alias").GetString()));
        Assert.DoesNotContain(true, SmallShop.Cached(first));
        Assert.DoesNotContain(false, SmallShop.Cached(second));
        Assert.Equal(SmallShop.Version(first.Json), SmallShop.Version(second.Json));
        Assert.True(first.Json.GetProperty("metrics").GetProperty("ndcg@20").GetDouble() > 0.2);
    }

    [Fact]
    public async Task One_thread_and_two_make_the_same_bytes_twice_each()
    {
        var weights = new List<SortedDictionary<string, string>>();
        foreach (var threads in new[] { "1", "2", "1", "2" })
        {
            using var shop = new SmallShop(console);
            (await shop.RunAsync("--threads", threads)).Ends(0);
            weights.Add(shop.Weights());
        }

        Assert.Equal(6, weights[0].Count);   // model, items, customers, evaluation; the matrix and its items
        Assert.All(weights, other => Assert.Equal(weights[0], other));
    }

    [Fact]
    public async Task What_changes_is_done_again_and_nothing_else()
    {
        using var shop = new SmallShop(console);
        (await shop.RunAsync()).Ends(0);

        shop.Write(SmallShop.Contest.Replace("min_support: 0.002", "min_support: 0.004", StringComparison.Ordinal));
        var run = (await shop.RunAsync()).Ends(0);

        var redone = run.Json.GetProperty("steps").EnumerateArray().Where(step => !step.GetProperty("cached").GetBoolean()).Select(step => step.GetProperty("step").GetString()!.Split(' ')[0]);
        Assert.Equal(["train", "find", "publish", "promote"], redone);   // the trained files had moved into the first version
        Assert.Equal(2, SmallShop.Version(run.Json));

        var fresh = (await shop.RunAsync("--fresh")).Ends(0);
        Assert.DoesNotContain(true, SmallShop.Cached(fresh));
        Assert.Equal(3, SmallShop.Version(fresh.Json));
    }

    [Fact]
    public async Task A_snapshot_that_was_removed_is_imported_again()
    {
        using var shop = new SmallShop(console, "trainers: [popularity]\ngates: { beats_popularity: false }\n");
        (await shop.RunAsync()).Ends(0);
        foreach (var remove in new Action<string>[] { folder => Directory.Delete(folder, recursive: true), folder => File.Delete(Path.Combine(folder, "items.parquet")) })
        {
            remove(shop.Snapshot);

            Assert.False(SmallShop.Cached((await shop.RunAsync("--dry-run")).Ends(0))[1]);
            Assert.Equal([true, false, true], SmallShop.Cached((await shop.RunAsync()).Ends(0)).Take(3));   // the shop's files are there still, and what follows from them
            Assert.True(File.Exists(Path.Combine(shop.Snapshot, "items.parquet")));
        }
    }

    [Fact]
    public async Task A_version_that_fails_its_gates_is_published_and_stays_back_until_it_is_forced()
    {
        using var shop = new SmallShop(console, "trainers: [popularity]\ngates: { minimum: { ndcg@20: 0.99 }, beats_popularity: false }\n");

        var refused = (await shop.RunAsync()).Ends(3).Json;
        var again = (await shop.RunAsync()).Ends(3).Json;

        Assert.False(refused.GetProperty("promoted").GetBoolean());
        Assert.Contains("is below the demanded .9900", refused.GetProperty("refusal").GetString());
        Assert.Equal((1, 1), (SmallShop.Version(refused), SmallShop.Version(again)));
        Assert.Empty(shop.Model.Aliases);

        (await shop.SayAsync("models", "promote", "small@1", "--force", "--reason", "a drill")).Ends(0);
        Assert.Equal(1, shop.Model.Aliases["production"]);
        Assert.True(shop.Model.History[^1].Forced);
    }

    [Fact]
    public async Task What_was_rolled_back_is_not_brought_back_by_the_same_inputs()
    {
        using var shop = new SmallShop(console, "trainers: [popularity]\ngates: { beats_popularity: false }\n");
        (await shop.RunAsync()).Ends(0);
        shop.Write("trainers: [\"popularity(half_life=30)\"]\ngates: { beats_popularity: false, not_worse_than: none }\n");
        (await shop.RunAsync()).Ends(0);
        (await shop.SayAsync("models", "rollback", "small", "--reason", "too fashionable")).Ends(0);

        var run = (await shop.RunAsync()).Ends(3).Json;

        Assert.Contains("too fashionable", run.GetProperty("refusal").GetString());
        Assert.Equal(1, shop.Model.Aliases["production"]);
        Assert.Equal([HistoryAction.Publish, HistoryAction.Promote, HistoryAction.Publish, HistoryAction.Promote, HistoryAction.Rollback], shop.Model.History.Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_plan_runs_nothing_and_knows_what_was_done()
    {
        using var shop = new SmallShop(console);

        var before = (await shop.RunAsync("--dry-run")).Ends(0);
        Assert.DoesNotContain(true, SmallShop.Cached(before));
        Assert.True(before.Json.GetProperty("seconds").GetDouble() > 0);
        Assert.Empty(shop.Model.Versions);

        (await shop.RunAsync()).Ends(0);
        Assert.DoesNotContain(false, SmallShop.Cached((await shop.RunAsync("--dry-run")).Ends(0)));
    }

    [Fact]
    public async Task A_matrix_scores_nobody_and_is_no_side_of_a_comparison()
    {
        using var shop = new SmallShop(console, "trainers: [popularity]\nmatrix: { min_count: 3 }\ngates: { beats_popularity: false }\n");
        var matrix = (await shop.RunAsync()).Ends(0).Json.GetProperty("matrix").GetProperty("model").GetString();

        Assert.Contains("scores no customers", (await shop.SayAsync("compare", "small@1", $"{matrix}@1")).Ends(2).Error);
    }

    [Fact]
    public async Task Two_runs_of_one_pipeline_do_not_meet()
    {
        using var shop = new SmallShop(console);
        using var first = shop.Start();
        await first.ErrorAsync("import");

        Assert.Contains("is running", (await shop.RunAsync()).Ends(1).Error);
        (await first.EndAsync()).Ends(0);
    }
}
