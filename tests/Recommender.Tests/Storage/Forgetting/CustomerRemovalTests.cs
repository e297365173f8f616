using System.Text.RegularExpressions;
using Recommender.Core;
using Recommender.Storage.Forgetting;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;
using Xunit;

namespace Recommender.Tests.Storage.Forgetting;

public sealed partial class CustomerRemovalTests : IDisposable
{
    readonly ShopHome _shop = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void After_forgetting_no_column_of_any_file_under_the_home_names_the_person()
    {
        var first = _shop.Publish("retail");
        _shop.Publish("retail", first.Manifest.Hash);
        _shop.Publish("other");
        Assert.True(_shop.EverythingHeld().Count(held => NamesAnna().IsMatch(held.Text)) > 20);

        _shop.Removal().Forget(" anna-4711", progress: null, Token);

        Assert.Empty(FilesNamingAnna());
        Assert.True(Verification.Run(_shop.Home, progress: null, Token).IsSound);
    }

    [Fact]
    public void Everybody_else_stays_and_the_books_still_balance()
    {
        var before = _shop.Publish("retail").Manifest;

        _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);

        var after = _shop.Tenant.Dataset("retail").Current.Manifest;
        Assert.Equal(before.RowsRead, after.RowsRead);
        Assert.Equal(after.RowsRead, after.Counts.Values.Sum());
        Assert.Equal(
            [("rejected", 3), ("cancellations", 0), ("returns", 1), ("suppressed", 8), ("kept", before.Lines - 3)],
            after.Counts.Select(step => (step.Key, step.Value)));
        Assert.Equal((before.Lines - 3, before.Baskets - 2, 2), (after.Lines, after.Baskets, after.Customers));
        Assert.Equal((2, 2), (after.Items, after.Pairs));
        Assert.Equal(before.Created, after.Created);
        var held = _shop.EverythingHeld().Select(cell => cell.Text).ToHashSet();
        Assert.Superset(new HashSet<string> { "bob", "anna-47112", "xanna-4711", "only-hers", "Other Anna", "o4" }, held);
    }

    [Fact]
    public void The_receipt_names_old_and_new_hashes_and_counts_and_not_the_person()
    {
        var old = _shop.Publish("retail");
        _shop.Publish("other");

        var receipt = _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);

        Assert.True(receipt.Found);
        Assert.Equal(_shop.Tenant.Key!.Hash(ShopHome.Anna), receipt.Customer);
        var forgotten = receipt.Snapshots.Single(snapshot => snapshot.Dataset == "retail");
        Assert.Equal(old.Manifest.Hash, forgotten.OldHash);
        Assert.Equal(_shop.Tenant.Dataset("retail").Current.Manifest.Hash, forgotten.NewHash);
        Assert.Equal(
            [("customers", 1), ("purchases", 3), ("rejects", 3), ("returns", 2)],
            forgotten.RowsRemoved.Select(table => (table.Key, table.Value)));
        Assert.Contains($"retail: {forgotten.OldHash} is now {forgotten.NewHash}; removed 1 of customers, 3 of purchases", string.Join('\n', receipt.Lines));
        Assert.DoesNotContain("anna", receipt.ToJson() + string.Join('\n', receipt.Lines));
        Assert.Contains("\"rows_removed\"", receipt.ToJson());
    }

    [Fact]
    public void History_parents_and_undo_lead_to_the_rewritten_snapshots()
    {
        var first = _shop.Publish("retail");
        _shop.Publish("retail", first.Manifest.Hash);

        var receipt = _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);

        var dataset = _shop.Tenant.Dataset("retail");
        Assert.Equal(receipt.Snapshots.Select(snapshot => snapshot.NewHash), dataset.All.Select(snapshot => snapshot.Manifest.Hash));
        Assert.Equal(receipt.Snapshots[0].NewHash, dataset.Current.Manifest.Parent);
        Assert.Equal(receipt.Snapshots[0].NewHash, dataset.Undo(_shop.Writer).Manifest.Hash);
    }

    [Fact]
    public void An_id_that_nobody_has_is_suppressed_all_the_same()
    {
        var before = _shop.Publish("retail");

        var receipt = _shop.Removal().Forget("nobody", progress: null, Token);

        Assert.False(receipt.Found);
        Assert.Contains("No snapshot held anybody of that id", receipt.Lines[1]);
        Assert.Equal(before.Path, _shop.Tenant.Dataset("retail").Current.Path);
        Assert.True(_shop.Tenant.Suppressions.Contains(receipt.Customer));
        Assert.Empty(_shop.Tenant.Suppressions.Pending);
    }

    [Fact]
    public void A_later_import_is_told_which_spellings_to_leave_out()
    {
        Assert.Empty(Suppressed("SELECT 'anna-4711'"));

        _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);
        _shop.Removal().Forget("Zo\u00eb", progress: null, Token);

        Assert.Equal(["anna-4711 "], Suppressed("SELECT unnest(['anna-4711 ', 'anna-47112', 'bob', NULL])"));
        Assert.Equal(["Zoe\u0308", "zo\u00eb"], Suppressed("SELECT unnest(['Zoe\u0308', 'Zoe', 'zo\u00eb'])").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_broken_off_at_any_snapshot_is_finished_by_the_next_writer_from_the_hash_alone(int failingSnapshot)
    {
        var first = _shop.Publish("retail");
        _shop.Publish("retail", first.Manifest.Hash);
        _shop.Publish("other");
        var rewritten = 0;

        Assert.Throws<IOException>(() => _shop.Removal((connection, folder) =>
        {
            if (++rewritten == failingSnapshot) throw new IOException("the power went");
            ShopHome.WriteProfile(connection, folder);
        }).Forget(ShopHome.Anna, progress: null, Token));
        Assert.Single(_shop.Tenant.Suppressions.Pending);

        var receipt = Assert.Single(_shop.Removal().FinishPending(progress: null, Token));

        Assert.Equal(4 - failingSnapshot, receipt.Snapshots.Count);
        Assert.Empty(FilesNamingAnna());
        Assert.Empty(_shop.Tenant.Suppressions.Pending);
        Assert.Empty(_shop.Removal().FinishPending(progress: null, Token));
    }

    [Fact]
    public void A_crash_between_the_new_folder_and_the_removal_of_the_old_one_is_mended()
    {
        var old = _shop.Publish("retail");
        var copy = Directory.CreateTempSubdirectory("recommender-test-").FullName;
        foreach (var file in Directory.GetFiles(old.Path)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);
        Directory.Move(copy, old.Path);
        var pointer = Path.Combine(_shop.Tenant.Dataset("retail").Path, "current.json");
        File.WriteAllText(pointer, $$"""{"current":"{{old.Name}}","previous":[]}""");
        _shop.Tenant.Suppressions.Add(new(_shop.Tenant.Key!.Hash(ShopHome.Anna), SuppressionState.Pending, DateTime.UnixEpoch), _shop.Writer);

        _shop.Removal().FinishPending(progress: null, Token);

        Assert.Single(_shop.Tenant.Dataset("retail").All);
        Assert.NotEqual(old.Name, _shop.Tenant.Dataset("retail").Current.Name);
        Assert.Empty(FilesNamingAnna());
    }

    [Fact]
    public void A_lost_key_stops_imports_and_removals_rather_than_bringing_people_back()
    {
        _shop.Removal().Forget(ShopHome.Anna, progress: null, Token);
        File.Delete(Path.Combine(_shop.Tenant.Path, "key"));

        Assert.Contains("Put it back from a backup", Assert.Throws<UserErrorException>(() => Suppressed("SELECT 'anna-4711'")).Message);
        Assert.Throws<UserErrorException>(() => _shop.Removal().Forget("bob", progress: null, Token));
    }

    [Fact]
    public void An_id_of_pattern_letters_matches_itself_only()
    {
        _shop.Publish("retail");

        var receipt = _shop.Removal().Forget(".*", progress: null, Token);

        Assert.False(receipt.Found);
    }

    [Fact]
    public void An_empty_id_is_refused() =>
        Assert.Contains("is empty", Assert.Throws<UserErrorException>(() => _shop.Removal().Forget(" ", progress: null, Token)).Message);

    string[] FilesNamingAnna() => [.. _shop.EverythingHeld().Where(held => NamesAnna().IsMatch(held.Text)).Select(held => held.Path)];

    IReadOnlyList<string> Suppressed(string query) => CustomerIds.Suppressed(_shop.Tenant, _shop.Connection, query, Token);

    [GeneratedRegex(@"(?<!\w)anna-4711(?!\w)|Anna Huber|anna@", RegexOptions.None, 1000)]
    private static partial Regex NamesAnna();
}
