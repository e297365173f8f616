using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Storage.Snapshots;
using Xunit;

namespace Recommender.Tests.Storage.Snapshots;

public sealed class DatasetFolderTests : IDisposable
{
    readonly DraftSnapshot _draft = new();

    DatasetFolder Dataset => _draft.Dataset;

    public void Dispose() => _draft.Dispose();

    [Fact]
    public void A_published_snapshot_is_current_named_by_time_and_hash_and_reads_back_equal()
    {
        var published = _draft.Publish("one");

        Assert.True(published.Written);
        var current = Dataset.Current;
        Assert.Equal(published.Snapshot.Path, current.Path);
        Assert.Equal($"20260101T000000Z-{current.Manifest.Hash[..12]}", current.Name);
        Assert.Equal("one", File.ReadAllText(current.Purchases));
        Assert.Equal(["rejected", "kept"], current.Manifest.Counts.Keys);
        Assert.Equal(DateTimeKind.Utc, current.Manifest.From!.Value.Kind);
        Assert.Equal(
            [("profile.json", null, 2), ("purchases.parquet", 1, 3)],
            current.Manifest.Files.Select(file => (file.Name, file.Rows, file.Bytes)));
    }

    [Fact]
    public void The_manifest_is_snake_case_with_times_in_utc()
    {
        var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_draft.Publish("one").Snapshot.Path, "snapshot.json"))).RootElement;

        Assert.Equal(
            ["schema", "tenant", "dataset", "hash", "created", "rows_read", "counts", "lines", "baskets", "customers", "items", "pairs",
                "from", "to", "source", "options", "files", "parent"],
            document.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-01-01T00:00:00Z", document.GetProperty("created").GetString());
        Assert.Equal("a.csv", document.GetProperty("source").GetProperty("files")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void The_same_content_and_options_are_the_same_snapshot_and_nothing_is_written_twice()
    {
        var first = _draft.Publish("one");
        var pointer = File.GetLastWriteTimeUtc(Path.Combine(Dataset.Path, "current.json"));

        var second = _draft.Publish("one");

        Assert.False(second.Written);
        Assert.Equal(first.Snapshot.Path, second.Snapshot.Path);
        Assert.Single(Dataset.All);
        Assert.Empty(Dataset.Previous);
        Assert.Equal(pointer, File.GetLastWriteTimeUtc(Path.Combine(Dataset.Path, "current.json")));
        Assert.Equal(2, Directory.GetFileSystemEntries(Dataset.Path).Length);
    }

    [Fact]
    public void Other_content_or_other_options_are_another_snapshot()
    {
        _draft.Publish("one", """{"a":1,"b":2}""");
        _draft.Publish("one", """{"b": 2, "a": 1}""");
        Assert.Single(Dataset.All);

        _draft.Publish("one", """{"a":1,"b":3}""");
        _draft.Publish("two", """{"a":1,"b":2}""");

        Assert.Equal(3, Dataset.All.Count);
    }

    [Fact]
    public void Undo_goes_back_one_at_a_time_and_ends_with_an_error()
    {
        var hashes = ((string[])["one", "two", "three"]).Select(content => _draft.Publish(content).Snapshot.Manifest.Hash).ToArray();

        Assert.Equal(hashes[1], Dataset.Undo(_draft.Writer).Manifest.Hash);
        Assert.Equal(hashes[0], Dataset.Undo(_draft.Writer).Manifest.Hash);

        Assert.Contains("no earlier snapshot", Assert.Throws<UserErrorException>(() => Dataset.Undo(_draft.Writer)).Message);
        Assert.Equal(hashes[0], Dataset.Current.Manifest.Hash);
        Assert.Equal(hashes, Dataset.All.Select(snapshot => snapshot.Manifest.Hash));
    }

    [Fact]
    public void Publishing_an_earlier_snapshot_again_makes_it_current_and_undo_returns_from_it()
    {
        var one = _draft.Publish("one").Snapshot;
        var two = _draft.Publish("two").Snapshot;

        Assert.False(_draft.Publish("one").Written);

        Assert.Equal(one.Name, Dataset.Current.Name);
        Assert.Equal([two.Name], Dataset.Previous.Select(snapshot => snapshot.Name));
        Assert.Equal(two.Name, Dataset.Undo(_draft.Writer).Name);
    }

    [Fact]
    public void A_damaged_snapshot_is_healed_by_importing_it_again()
    {
        var damaged = _draft.Publish("one").Snapshot;
        File.WriteAllText(damaged.Purchases, "oNe");

        var healed = _draft.Publish("one");

        Assert.True(healed.Written);
        Assert.Equal(damaged.Path, healed.Snapshot.Path);
        Assert.Equal("one", File.ReadAllText(Dataset.Current.Purchases));
    }

    [Fact]
    public void A_snapshot_is_found_by_the_beginning_of_its_hash()
    {
        var one = _draft.Publish("one").Snapshot;
        _draft.Publish("two");

        Assert.Equal(one.Path, Dataset.Find(one.Manifest.Hash[..6].ToUpperInvariant()).Path);
        Assert.Contains("No snapshot of 'retail'", Assert.Throws<UserErrorException>(() => Dataset.Find("ffffffff")).Message);
        Assert.Contains("give 4 digits or more", Assert.Throws<UserErrorException>(() => Dataset.Find("")).Message);
    }

    [Fact]
    public void An_empty_dataset_says_how_to_import() => Assert.Contains(
        "has no data in", Assert.Throws<UserErrorException>(() => _draft.Home.Dataset("default", "nothing").Current).Message);

    [Fact]
    public void A_pointer_to_a_missing_folder_is_reported_with_the_cure_and_undo_still_goes_back()
    {
        var one = _draft.Publish("one").Snapshot;
        var two = _draft.Publish("two").Snapshot;
        Directory.Delete(two.Path, recursive: true);

        var failure = Assert.Throws<UserErrorException>(() => Dataset.Current);

        Assert.Contains($"names {two.Name}, which is missing. Import again, go back with: recommender data undo --dataset retail", failure.Message);
        Assert.Equal(one.Name, Dataset.Undo(_draft.Writer).Name);
    }

    [Fact]
    public void Staged_work_is_invisible_and_gone_when_it_is_not_published()
    {
        using (var staging = Dataset.CreateStaging(_draft.Writer))
        {
            File.WriteAllText(staging.File("purchases.parquet"), "half");
            Assert.Empty(Dataset.All);
            Assert.True(StagingName.Is(staging.Path));
        }
        Assert.False(Directory.Exists(Dataset.Path), "a first import that fails leaves no empty dataset");
    }

    [Fact]
    public void Writing_needs_the_lock_of_the_same_home()
    {
        using var other = new DraftSnapshot();

        Assert.Throws<InvalidOperationException>(() => Dataset.CreateStaging(other.Writer));
        _draft.Writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Dataset.CreateStaging(_draft.Writer));
    }

    [Fact]
    public async Task Readers_see_whole_snapshots_only_while_a_writer_publishes_and_goes_back()
    {
        _draft.Publish("0");
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var turn = 1; turn <= 40; turn++)
            {
                _draft.Publish($"{turn}");
                if (turn % 3 == 0) Dataset.Undo(_draft.Writer);
            }
        }, TestContext.Current.CancellationToken);

        var reader = HomeFolder.Open(_draft.Home.Path).Dataset("default", "retail");
        while (!writer.IsCompleted)
        {
            var snapshot = reader.Current;
            Assert.All(snapshot.Manifest.Files, file => Assert.Equal(
                file.Sha256, FileHash.Of(Path.Combine(snapshot.Path, file.Name), TestContext.Current.CancellationToken)));
        }
        await writer;
    }

    [Theory]
    [InlineData("{", "is damaged")]
    [InlineData("""{"current":"x"}""", "is damaged")]
    public void A_damaged_pointer_is_reported(string json, string complaint)
    {
        _draft.Publish("one");
        File.WriteAllText(Path.Combine(Dataset.Path, "current.json"), json);

        Assert.Contains(complaint, Assert.Throws<UserErrorException>(() => Dataset.Current).Message);
    }

    [Fact]
    public void A_snapshot_of_a_newer_schema_is_refused()
    {
        var path = Path.Combine(_draft.Publish("one").Snapshot.Path, "snapshot.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"schema\": 1", "\"schema\": 2"));

        Assert.Contains("has schema 2; this version reads 1 to 1", Assert.Throws<UserErrorException>(() => Dataset.Current).Message);
    }
}
