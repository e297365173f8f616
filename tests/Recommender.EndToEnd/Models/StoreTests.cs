using System.Text.Json;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>The verbs on stored models, each on a home with versions of its own.</summary>
public sealed class StoreTests(TrainedShop shop) : IClassFixture<TrainedShop>, IDisposable
{
    readonly TemporaryHome _home = new();

    string Home => _home.Path("home");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Eight_processes_that_publish_at_once_make_eight_sound_versions()
    {
        FolderContent.Copy(shop.Home, Home);
        var publishers = Enumerable.Range(0, 8).Select(_ => PublishAsync("beauty")).ToArray();

        var numbers = (await Task.WhenAll(publishers)).Select(outcome => outcome.Json.GetProperty("version").GetInt32()).Order();

        Assert.Equal(Enumerable.Range(1, 8), numbers);
        Assert.Equal(8, await SoundAsync());
        Assert.Empty(FolderContent.Leftovers(Home));
        Assert.Equal(8, (await RunAsync("models", "history", "beauty", "--json")).Ends(0).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_list_for_scripts_says_exactly_what_was_promised()
    {
        await PublishedAsync(2);
        Promote(2);

        var list = (await RunAsync("models", "list", "--json")).Ends(0).Json;

        Assert.Equal([2, 1], list.EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        var newest = list[0];
        Assert.Equal(["tenant", "model", "version", "aliases", "trainer", "created", "snapshot", "metrics", "decisive", "bytes"], newest.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("default", "beauty", "popularity", "production"), (Text(newest, "tenant"), Text(newest, "model"), Text(newest, "trainer"), newest.GetProperty("aliases")[0].GetString()));
        Assert.Equal(JsonValueKind.Object, newest.GetProperty("metrics").ValueKind);
        Assert.EndsWith("Z", Text(newest, "created"));
        Assert.Empty(list[1].GetProperty("aliases").EnumerateArray());
        var table = (await RunAsync("models", "list")).Ends(0).Output;
        Assert.Matches(@"beauty@2\s+production\s+popularity", table);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_hides_nothing_else()
    {
        await PublishedAsync(2);
        await PublishAsync("candles");
        File.WriteAllText(Path.Combine(VersionFolder(2), "manifest.json"), "{\"format\":");
        File.WriteAllText(Path.Combine(VersionFolder(1), "..", "aliases.json"), "");

        var outcome = (await RunAsync("models", "list", "--json")).Ends(1);

        Assert.Equal([("beauty", 1), ("candles", 1)], outcome.Json.EnumerateArray().Select(version => (Text(version, "model"), version.GetProperty("version").GetInt32())));
        Assert.Contains("beauty: ", outcome.Errors);
        Assert.Contains("aliases.json is damaged", outcome.Errors);
        Assert.Contains("beauty@2: ", outcome.Errors);
        Assert.Contains("2 things in the store", outcome.Error);
        Assert.Matches(@"candles@1\s+popularity", (await RunAsync("models", "list")).Ends(1).Output);
    }

    [Fact]
    public async Task A_store_without_models_says_what_to_do_next()
    {
        var outcome = (await RunAsync("models", "list", "--json")).Ends(0);

        Assert.Equal(0, outcome.Json.GetArrayLength());
        Assert.Contains("recommender train --dataset", outcome.Errors);
    }

    [Fact]
    public async Task A_changed_byte_is_named_by_verify_and_the_version_is_refused_where_it_would_be_used()
    {
        await PublishedAsync(2);
        foreach (var path in Directory.GetFiles(VersionFolder(1)))
        {
            var whole = await File.ReadAllBytesAsync(path, Token);
            var changed = whole.ToArray();
            changed[whole.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, changed, Token);

            var report = (await RunAsync("models", "verify", "--json")).Ends(1).Json;
            Assert.Contains(path, Text(Assert.Single(report.GetProperty("faults").EnumerateArray()), "problem"));
            (await RunAsync("models", "verify", "beauty@2")).Ends(0);
            (await RunAsync("models", "export", "beauty@1", _home.Path("never.tar"))).Ends(1);

            await File.WriteAllBytesAsync(path, whole, Token);
        }
        Assert.Equal(2, await SoundAsync());
    }

    [Fact]
    public async Task An_alias_that_points_nowhere_is_named_and_rolled_back()
    {
        await PublishedAsync(2);
        Promote(1);
        Promote(2);
        Directory.Delete(VersionFolder(2), recursive: true);

        Assert.Contains("'production' of 'beauty' points at version 2", (await RunAsync("models", "verify")).Ends(1).Output);
        var back = (await RunAsync("models", "rollback", "beauty", "--reason", "it was gone", "--json")).Ends(0).Json;

        Assert.Equal((2, 1), (back.GetProperty("from").GetInt32(), back.GetProperty("version").GetInt32()));
        Assert.Equal(1, await SoundAsync());
        Assert.Contains("it was gone", (await RunAsync("models", "history", "beauty")).Ends(0).Output);
        Assert.Contains("stands at version 1, and nothing before it is left", (await RunAsync("models", "rollback", "beauty")).Ends(1).Error);
    }

    [Fact]
    public async Task Prune_says_what_it_would_remove_then_removes_it()
    {
        await PublishedAsync(4);
        Promote(1);

        var plan = (await RunAsync("models", "prune", "beauty", "--keep", "1", "--dry-run", "--json")).Ends(0).Json;
        Assert.Equal(4, await SoundAsync());
        var done = (await RunAsync("models", "prune", "--all", "--keep", "1", "--json")).Ends(0).Json;

        Assert.Equal([2, 3], plan.GetProperty("removed").EnumerateArray().Select(removed => removed.GetProperty("version").GetInt32()));
        Assert.Equal(plan.GetProperty("removed").GetRawText(), done.GetProperty("removed").GetRawText());
        Assert.Equal(2, await SoundAsync());
        (await RunAsync("models", "prune")).Ends(2);
        (await RunAsync("models", "prune", "beauty", "--all")).Ends(2);
        (await RunAsync("models", "prune", "beauty", "--keep", "-1")).Ends(2);
    }

    [Fact]
    public async Task An_exported_version_answers_in_another_home_as_it_did_in_this_one()
    {
        FolderContent.Copy(shop.Home, Home);
        (await RunAsync("train", "--dataset", "shop", "--trainer", "popularity", "--split", "temporal", "--publish", "beauty")).Ends(0);
        (await RunAsync("models", "export", "beauty", _home.Path("beauty.tar"))).Ends(0);

        var imported = (await RunAsync("models", "import", _home.Path("beauty.tar"), "--model", "copy", "--json")).Ends(0).Json;
        var answers = (await RunAsync("evaluate", "--dataset", "shop", "--split", "temporal", "--model", "beauty@1", "--model", "copy", "--json")).Ends(0).Json.GetProperty("trainers");

        Assert.Equal(1, imported.GetProperty("version").GetInt32());
        Assert.Equal(answers[0].GetProperty("metrics").GetRawText(), answers[1].GetProperty("metrics").GetRawText());
        Assert.Equal(2, await SoundAsync());
    }

    [Theory]
    [InlineData("Did you mean 'beauty'?", "models", "show", "beautty")]
    [InlineData("Did you mean 'production'?", "models", "show", "beauty@prodution")]
    [InlineData("has no version 9. It has: 1.", "models", "show", "beauty@9")]
    [InlineData("Did you mean 'production'?", "models", "rollback", "beauty", "--alias", "producton")]
    [InlineData("Did you mean 'beauty'?", "models", "history", "beaut")]
    [InlineData("is not there", "models", "import", "no-such.tar")]
    public async Task A_misspelt_name_fails_with_what_was_meant(string said, params string[] arguments)
    {
        await PublishedAsync(1);
        Promote(1);

        Assert.Contains(said, (await RunAsync(arguments)).Ends(1).Error);
    }

    [Theory]
    [InlineData("Say where the model goes", "train", "--dataset", "shop", "--trainer", "popularity")]
    [InlineData("Say where the model goes", "train", "--dataset", "shop", "--trainer", "popularity", "--out", "x/y", "--publish", "beauty")]
    [InlineData("is not allowed", "train", "--dataset", "shop", "--trainer", "popularity", "--publish", "../up")]
    [InlineData("names a version", "models", "rollback", "beauty@7")]
    [InlineData("Did you mean 'list'?", "models", "lits")]
    public async Task What_makes_no_sense_is_wrong_use(string said, params string[] arguments) =>
        Assert.Contains(said, (await shop.RunAsync(arguments)).Ends(2).Error);

    [Fact]
    public async Task A_version_is_shown_with_its_files_and_its_aliases()
    {
        await PublishedAsync(1);
        Promote(1);

        var json = (await RunAsync("models", "show", "beauty", "--json")).Ends(0).Json;
        var text = (await RunAsync("models", "show", "beauty@1")).Ends(0).Output;

        Assert.Equal(4, json.GetProperty("files").GetArrayLength());
        Assert.Equal(("production", VersionFolder(1)), (json.GetProperty("aliases")[0].GetString(), Text(json, "folder")));
        Assert.Contains("customers.safetensors", text);
        Assert.Contains("production", text);
    }

    async Task PublishedAsync(int versions)
    {
        FolderContent.Copy(shop.Home, Home);
        for (var version = 0; version < versions; version++) await PublishAsync("beauty");
    }

    async Task<Outcome> PublishAsync(string model) => (await RunAsync("train", "--dataset", "shop", "--trainer", "popularity", "--publish", model, "--json")).Ends(0);

    async Task<int> SoundAsync()
    {
        var report = (await RunAsync("models", "verify", "--json")).Ends(0).Json;
        Assert.True(report.GetProperty("sound").GetBoolean());
        return report.GetProperty("versions").GetInt32();
    }

    // Promotion goes through gates, which are not what is tested here.
    void Promote(int version) => new Recommender.Core.Store.ModelStore(Path.Combine(Home, "models", "default")).Model("beauty")
        .Promote(version, "production", new("ada", DateTime.UnixEpoch), Token);

    string VersionFolder(int version) => Path.Combine(Home, "models", "default", "beauty", $"{version:D4}");

    Task<Outcome> RunAsync(params string[] arguments) => shop.Console.RunAsync(Home, arguments);

    static string Text(JsonElement json, string property) => json.GetProperty(property).GetString()!;
}
