using System.Diagnostics;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.EndToEnd.Data;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>The best items for everybody, as files: right, whole, the same whatever happens on the way, and without those who asked to be forgotten.</summary>
public sealed class ScoreTests(TrainedShop shop) : IClassFixture<TrainedShop>
{
    const string Customer = "K1000001";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_of_the_store_scores_what_the_model_itself_recommends_and_a_finished_run_is_not_repeated()
    {
        using var place = new TemporaryHome();
        var folder = await TrainAsync(shop.Home, place.Path("als"));
        Publish(shop.Home, folder);

        var first = (await shop.RunAsync("score", "--model", "stored", "--n", "7", "--json")).Ends(0).Json;

        var scores = first.GetProperty("folder").GetString()!;
        Assert.StartsWith(Path.Combine(shop.Home, "scores", "default", "stored", "0001-"), scores);
        Assert.Equal(("stored", 1, false), (first.GetProperty("model").GetString(), first.GetProperty("version").GetInt32(), first.GetProperty("resumed").GetBoolean()));
        var lists = Lists(scores);
        Assert.Equal((first.GetProperty("customers").GetInt64(), first.GetProperty("rows").GetInt64()), (lists.Count, lists.Values.Sum(list => list.Count)));
        using (var opened = ModelFolder.Open(folder, Token))
        {
            var key = HomeFolder.Open(shop.Home).Tenant("default").Key!;
            foreach (var id in lists.Keys.Where((_, place) => place % 50 == 0))
            {
                var expected = opened.Trained.Model.Recommend(opened.Trained.Customer(key.Hash(id), Repeats.LeftOut), 7);
                Assert.Equal(expected.Select(best => opened.Trained.Items[best.Item]), lists[id]);
            }
        }

        var files = FolderContent.Of(scores);
        Assert.Contains("Nothing to do", (await shop.RunAsync("score", "--model", "stored@1", "--n", "7")).Ends(0).Output);
        Assert.True((await shop.RunAsync("score", "--model", "stored", "--n", "7", "--json")).Ends(0).Json.GetProperty("resumed").GetBoolean());
        Assert.Contains("--n 7, and 8 is asked for", (await shop.RunAsync("score", "--model", "stored", "--n", "8")).Ends(1).Error);
        Assert.Equal(files, FolderContent.Of(scores));
    }

    [Fact]
    public Task Killed_at_any_of_6_moments_it_goes_on_and_ends_with_the_same_bytes() => KillAsync(moments: 6, seed: 6);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task Killed_at_any_of_100_moments_it_goes_on_and_ends_with_the_same_bytes() => KillAsync(moments: 100, seed: 100);

    [Fact]
    public async Task A_forgotten_person_leaves_the_scores_and_is_given_them_before()
    {
        using var home = new TemporaryHome();
        await shop.Console.ImportAsync(home.Folder, shop.Console.OlderShop);
        var folder = await TrainAsync(home.Folder, home.Path("trained/als"));
        var scores = (await shop.Console.RunAsync(home.Folder, "score", "--model", folder, "--json")).Ends(0).Json.GetProperty("folder").GetString()!;
        Assert.Contains(Customer, Lists(scores).Keys);
        var export = (await shop.Console.RunAsync(home.Folder, "data", "export-person", Customer)).Ends(0).Json;
        Assert.Equal(20, export.GetProperty("scores")[0].GetProperty("items").GetArrayLength());

        var receipt = (await shop.Console.RunAsync(home.Folder, "data", "forget", Customer, "--json")).Ends(0).Json;

        Assert.Equal(20, Assert.Single(receipt.GetProperty("scores").EnumerateArray().ToArray()).GetProperty("rows_removed").GetInt64());
        Assert.Empty(HeldText.Find(home.Folder, Customer));
        var again = (await shop.Console.RunAsync(home.Folder, "score", "--model", folder, "--out", home.Path("again"), "--json")).Ends(0).Json;
        Assert.Equal(Lists(scores).Keys, Lists(again.GetProperty("folder").GetString()!).Keys);
    }

    [Fact]
    public async Task A_person_who_is_forgotten_while_a_run_is_at_work_is_not_in_what_it_writes()
    {
        using var home = new TemporaryHome();
        await shop.Console.ImportAsync(home.Folder, shop.Console.Shop);
        var folder = await TrainAsync(home.Folder, home.Path("trained/als"));
        using var score = shop.Console.Start(home.Folder, "score", "--model", folder, "--part-size", "2", "--json");
        var begun = await PartAsync(home.Path("scores"));
        score.Signal("STOP");   // it stands still in the middle of its work, however fast the machine is

        using var forget = shop.Console.Start(home.Folder, "data", "forget", Customer, "--json");
        await forget.ErrorAsync("Another process is writing the scores");
        score.Signal("CONT");
        var scores = (await score.EndAsync()).Ends(0).Json;
        var receipt = (await forget.EndAsync()).Ends(0).Json;

        Assert.Equal(Path.GetDirectoryName(begun), scores.GetProperty("folder").GetString());
        Assert.True(receipt.GetProperty("scores").GetArrayLength() > 0);   // it was scored, and taken out again
        Assert.Empty(HeldText.Find(home.Folder, Customer));
        Assert.NotEmpty(Lists(scores.GetProperty("folder").GetString()!));
    }

    [Theory]
    [InlineData(1, "There is no model 'nothing'", "--model", "nothing")]
    [InlineData(1, "is no model's folder", "--model", "no/such/folder")]
    [InlineData(2, "--n 0 is outside", "--model", "nothing", "--n", "0")]
    [InlineData(2, "rows a file", "--model", "nothing", "--n", "1000", "--part-size", "1000000")]
    public async Task What_cannot_be_scored_is_said_in_a_line(int exitCode, string says, params string[] arguments) =>
        Assert.Contains(says, (await shop.RunAsync(["score", .. arguments])).Ends(exitCode).Error);

    async Task KillAsync(int moments, int seed)
    {
        using var place = new TemporaryHome();
        var folder = await TrainAsync(shop.Home, place.Path("als"));
        var whole = (await RunAsync(folder, place.Path("whole"))).Ends(0);
        var (random, killed, resumed) = (new Random(seed), 0, 0);
        for (var moment = 0; moment < moments; moment++)
        {
            var output = place.Path($"{moment}");
            if (await KillAsync(folder, output, whole.Elapsed * ((moment + random.NextDouble()) / moments))) killed++;

            if ((await RunAsync(folder, output)).Ends(0).Json.GetProperty("resumed").GetBoolean()) resumed++;

            Assert.Equal(Parts(place.Path("whole")), Parts(output));
            Assert.Empty(FolderContent.Leftovers(output));
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{whole.Elapsed.TotalSeconds:0.0} s a run; {killed} of {moments} killed, {resumed} went on");
        Assert.InRange(killed, moments / 2, moments);
    }

    async Task<bool> KillAsync(string model, string output, TimeSpan delay)
    {
        var started = Stopwatch.GetTimestamp();
        using var score = shop.Console.Start(shop.Home, Arguments(model, output));
        var left = delay - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, Token);
        score.Kill();
        return (await score.EndAsync()).ExitCode == 128 + 9;
    }

    Task<Outcome> RunAsync(string model, string output) => shop.RunAsync(Arguments(model, output));

    // Parts of few customers: there are many moments between and inside of them.
    static string[] Arguments(string model, string output) => ["score", "--model", model, "--part-size", "20", "--out", output, "--json"];

    async Task<string> TrainAsync(string home, string folder)
    {
        (await shop.Console.RunAsync(home, "train", "--dataset", "shop", "--trainer", "implicit-als(factors=8,epochs=2)", "--out", folder)).Ends(0);
        return folder;
    }

    static async Task<string> PartAsync(string scores)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (Directory.Exists(scores) && Directory.EnumerateFiles(scores, "part-*", SearchOption.AllDirectories).FirstOrDefault() is { } part) return part;

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience.Token);
        }
    }

    static void Publish(string home, string folder)
    {
        var model = new ModelStore(Path.Combine(home, "models", "default")).Model("stored");
        using var draft = model.Draft();
        foreach (var file in Directory.GetFiles(folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal))) File.Copy(file, Path.Combine(draft.Folder, Path.GetFileName(file)));
        model.Publish(draft, ManifestFile.Read(folder), new("test", DateTime.UnixEpoch), Token);
    }

    static string[] Parts(string folder) => [.. Directory.GetFiles(folder, "part-*").Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];

    static Dictionary<string, List<string>> Lists(string folder)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT customer_id, item_id FROM read_parquet($files)";
        command.Parameters.Add(new DuckDBParameter("files", Path.Combine(folder, "part-*.parquet")));
        using var reader = command.ExecuteReader();
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (!lists.TryGetValue(reader.GetString(0), out var list)) lists[reader.GetString(0)] = list = [];
            list.Add(reader.GetString(1));
        }
        return lists;
    }
}
