using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;
using Xunit;

namespace Recommender.Tests.Storage.Snapshots;

public sealed class VerificationTests : IDisposable
{
    readonly DraftSnapshot _draft = new();

    public VerificationTests()
    {
        _draft.Publish("one");
        _draft.Publish("two");
        _draft.Writer.Dispose();
    }

    SnapshotFolder Snapshot => _draft.Dataset.Current;

    public void Dispose() => _draft.Dispose();

    [Fact]
    public void A_sound_home_has_no_faults()
    {
        var report = Verify();

        Assert.True(report.IsSound);
        Assert.Equal((2, 4, 10), (report.Snapshots, report.Files, report.Bytes));
    }

    [Fact]
    public void A_flipped_byte_is_named_with_its_file_and_the_cure()
    {
        var path = Snapshot.Purchases;
        var bytes = File.ReadAllBytes(path);
        bytes[1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(
            [new(path, "was changed: its SHA-256 differs from the manifest.", "Import the source again, restore a backup, or delete its folder.")],
            Verify().Faults);
    }

    [Fact]
    public void A_shortened_file_and_a_missing_file_are_named()
    {
        File.WriteAllText(Snapshot.Purchases, "tw");
        File.Delete(Snapshot.Profile);

        Assert.Equal(
            [(Snapshot.Profile, "is missing."), (Snapshot.Purchases, "has 2 bytes instead of 3.")],
            Verify().Faults.Select(fault => (fault.Path, fault.Problem)));
    }

    [Fact]
    public void A_manifest_that_was_edited_is_named_although_its_files_agree_with_it()
    {
        File.WriteAllText(Snapshot.Purchases, "TWO");
        var manifest = Path.Combine(Snapshot.Path, "snapshot.json");
        var forged = FileHash.Of(Snapshot.Purchases, TestContext.Current.CancellationToken);
        var honest = Snapshot.Manifest.Files.Single(file => file.Name == "purchases.parquet").Sha256;
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(honest, forged));

        Assert.Equal(
            [(manifest, "was changed: its hash is not that of what it lists.")], Verify().Faults.Select(fault => (fault.Path, fault.Problem)));
    }

    [Fact]
    public void Strangers_missing_pointers_leftovers_and_unfinished_removals_are_named()
    {
        var gone = _draft.Dataset.Previous[0];
        var leftover = Path.Combine(_draft.Dataset.Path, ".staging-1-1");
        using (var writer = WriterLock.Acquire(_draft.Home, "test", TimeSpan.Zero, _ => { }, TestContext.Current.CancellationToken))
        {
            TenantKey.Ensure(_draft.Dataset.Tenant, writer);
            _draft.Dataset.Tenant.Suppressions.Add(new(new('a', 64), SuppressionState.Pending, DateTime.UnixEpoch), writer);
        }
        Directory.Delete(gone.Path, recursive: true);
        Directory.CreateDirectory(leftover);
        File.WriteAllText(Path.Combine(Snapshot.Path, "notes.txt"), "mine");

        var faults = Verify().Faults;

        Assert.All(faults, fault => Assert.NotEmpty(fault.Cure));
        Assert.Equal(
            [
                "has 1 begun and unfinished removals of a person.", "is a leftover of interrupted work.", "does not belong to its snapshot.",
                $"names {gone.Name}, which is missing.",
            ],
            faults.Select(fault => fault.Problem));
    }

    [Fact]
    public void Work_in_progress_of_a_living_writer_is_no_fault()
    {
        using var writer = WriterLock.Acquire(_draft.Home, "test", TimeSpan.Zero, _ => { }, TestContext.Current.CancellationToken);
        using var staging = _draft.Dataset.CreateStaging(writer);

        Assert.True(Verify().IsSound);
    }

    VerifyReport Verify() => Verification.Run(HomeFolder.Open(_draft.Home.Path), progress: null, TestContext.Current.CancellationToken);
}
