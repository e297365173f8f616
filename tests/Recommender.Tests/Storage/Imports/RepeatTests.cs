using Recommender.Storage.Cleaning;
using Recommender.Tests.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Imports;

public sealed class RepeatTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_same_source_is_the_same_snapshot_on_any_threads_and_in_little_memory_and_nothing_is_written_twice()
    {
        using var shop = new TemporaryShop(new() { Lines = 200_000 });
        var request = TemporaryImport.Request(shop.Folder) with { Cleaning = CleaningOptions.Parse("default") };

        var first = _shop.Import(request with { Resources = new(2, "1GB") });
        var written = Listing();
        var alone = _shop.Import(request with { Resources = new(1, "1GB") });
        var tight = _shop.Import(request with { Resources = new(2, "256MB") });

        Assert.True(first.Written);
        Assert.All([alone, tight], other =>
        {
            Assert.False(other.Written);
            Assert.Equal(first.Snapshot.Manifest.Hash, other.Snapshot.Manifest.Hash);
        });
        Assert.Equal(written, Listing());
    }

    [Fact]
    public void Other_options_are_another_snapshot_even_of_the_same_lines()
    {
        string[] lines = ["order,item,date", "1,pen,2026-01-05"];

        Assert.NotEqual(_shop.Import("default", lines).Snapshot.Manifest.Hash, _shop.Import("duplicates=off", lines).Snapshot.Manifest.Hash);
    }

    [Fact]
    public void Leftovers_of_the_work_are_gone()
    {
        _shop.Import("default", "order,item,date", "1,pen,2026-01-05");

        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Path.Combine(_shop.Home.Path, "data"), "*", SearchOption.AllDirectories), path => Path.GetFileName(path).StartsWith('.'));
    }

    string[] Listing() => [.. Directory.EnumerateFiles(Path.Combine(_shop.Home.Path, "data"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")];
}
