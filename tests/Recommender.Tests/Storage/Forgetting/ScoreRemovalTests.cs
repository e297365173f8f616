using System.Text;
using System.Text.Json;
using Recommender.Core.Datasets;
using Recommender.Storage.Forgetting;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Xunit;

namespace Recommender.Tests.Storage.Forgetting;

public sealed class ScoreRemovalTests : IDisposable
{
    readonly ShopHome _shop = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string Folder => Path.Combine(_shop.Home.Scores, "default", "model", "0001-abc");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void After_forgetting_no_score_names_the_person_and_the_receipt_has_old_and_new_hashes()
    {
        var before = Write(ShopHome.Anna, "bob", "carla");

        var receipt = _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);

        var after = ScoreManifest.Read(Folder)!;
        var rewritten = Assert.Single(receipt.Scores);
        Assert.Equal(new("model/0001-abc/part-00000.parquet", before.Parts[0].Sha256, after.Parts[0].Sha256, 2), rewritten);
        Assert.True(receipt.Found);
        Assert.Contains($"scores/model/0001-abc/part-00000.parquet: {rewritten.OldHash} is now {rewritten.NewHash}; removed 2 rows", receipt.Lines);
        Assert.Contains("\"scores\"", receipt.ToJson());
        Assert.Equal((3, 4, 2, 1), (before.Customers, after.Rows, after.Customers, after.Parts.Count));
        Assert.DoesNotContain(_shop.EverythingHeld(), held => held.Text.Contains("anna", StringComparison.Ordinal));
        using var folder = ScoreFolder.Open(Folder, TimeSpan.Zero, _ => { }, Token);
        Assert.Equal(1, folder.KeepWhole(Token));
    }

    [Fact]
    public void What_a_broken_off_run_left_of_the_person_goes_too()
    {
        Write("bob");
        File.WriteAllText(Path.Combine(Folder, ".staging-1-1"), ShopHome.Anna);
        File.WriteAllText(Path.Combine(Folder, "part-00001.parquet"), ShopHome.Anna);

        var receipt = _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);

        Assert.Empty(receipt.Scores);
        Assert.Equal([".lock", "part-00000.parquet", "scores.json"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_removal_that_broke_off_between_manifest_and_part_is_finished_from_the_hash_alone()
    {
        Write(ShopHome.Anna, "bob");
        var (manifest, part) = (Path.Combine(Folder, "scores.json"), Path.Combine(Folder, "part-00000.parquet"));
        var withAnna = File.ReadAllBytes(part);
        _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);
        var (clean, said) = (File.ReadAllBytes(part), File.ReadAllText(manifest));
        File.WriteAllBytes(part, withAnna);   // the new manifest beside the old part
        _shop.Tenant.Suppressions.Add(new(_shop.Tenant.Key!.Hash(ShopHome.Anna), SuppressionState.Pending, DateTime.UnixEpoch), _shop.Writer);

        _shop.Removal().FinishPending(progress: null, Token);

        Assert.Equal(clean, File.ReadAllBytes(part));
        Assert.Equal(JsonElement.Parse(said).GetProperty("parts")[0].GetProperty("sha256").GetString(), ScoreManifest.Read(Folder)!.Parts[0].Sha256);
        Assert.Empty(_shop.Tenant.Suppressions.Pending);
    }

    [Fact]
    public void A_person_is_given_their_own_scores_and_nobody_else_s()
    {
        Write(ShopHome.Anna, "bob");
        using var output = new MemoryStream();

        using (var json = new Utf8JsonWriter(output)) Assert.Equal(2, new PersonExport(_shop.Tenant, _shop.Connection, TimeProvider.System).Write("ANNA-4711", json, Token));

        var text = Encoding.UTF8.GetString(output.ToArray());
        var item = JsonElement.Parse(text).GetProperty("scores")[0].GetProperty("items")[1];
        Assert.Equal((ShopHome.Anna, 2, "i1", 0.25), (item.GetProperty("customer_id").GetString(), item.GetProperty("rank").GetInt32(), item.GetProperty("item_id").GetString(), item.GetProperty("score").GetDouble()));
        Assert.DoesNotContain("bob", text);
    }

    [Fact]
    public async Task A_run_that_has_only_opened_its_folder_is_waited_for_and_what_it_wrote_is_cleaned()
    {
        var waits = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var folder = ScoreFolder.Open(Folder, TimeSpan.Zero, _ => { }, Token);   // from here on it may have read who is to be scored

        var forgetting = Task.Run(() => _shop.Removal(says: waits.SetResult).Forget(ShopHome.Anna, progress: null, Token), Token);
        Assert.Contains("Another process is writing the scores in", await waits.Task.WaitAsync(TimeSpan.FromSeconds(30), Token), StringComparison.Ordinal);
        Write(folder, ShopHome.Anna, "bob");
        folder.Dispose();

        Assert.Equal(2, Assert.Single((await forgetting).Scores).RowsRemoved);
        Assert.DoesNotContain(_shop.EverythingHeld(), held => held.Text.Contains("anna", StringComparison.Ordinal));
    }

    // A list of two items for each.
    ScoreManifest Write(params string[] customers)
    {
        using var folder = ScoreFolder.Open(Folder, TimeSpan.Zero, _ => { }, Token);
        return Write(folder, customers);
    }

    ScoreManifest Write(ScoreFolder folder, params string[] customers)
    {
        folder.Begin(new()
        {
            Model = "model", Version = 1, ModelChecksum = "c", Dataset = "retail", Snapshot = "abc", N = 2, Repeats = "allowed",
            PartSize = customers.Length, PartCount = 1, Created = DateTime.UnixEpoch, Engine = "1.0.0",
        });
        var lists = new ScoreLists(Vocabulary.Of(customers), Vocabulary.Of(["i1", "i2"]), customers.Length, length: 2);
        for (var place = 0; place < customers.Length; place++)
        {
            lists.Add(place);
            var (items, scores) = lists.Room(place);
            ((ReadOnlySpan<int>)[1, 0]).CopyTo(items.Span);
            ((ReadOnlySpan<float>)[0.5f, 0.25f]).CopyTo(scores.Span);
            lists.Took(place, 2);
        }
        using var table = new ScoreTable(_shop.Home);
        table.Write(folder, 0, lists, Token);
        return folder.Manifest!;
    }
}
