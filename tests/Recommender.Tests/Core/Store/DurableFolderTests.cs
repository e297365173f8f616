using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class DurableFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publishing_moves_the_whole_tree_under_its_final_name()
    {
        var staging = StagingName.Next(_folder.Path);
        Directory.CreateDirectory(Path.Combine(staging, "inner"));
        File.WriteAllText(Path.Combine(staging, "inner", "a"), "1");

        DurableFolder.Publish(staging, _folder.File("final"));

        Assert.Equal("1", File.ReadAllText(_folder.File("final/inner/a")));
        Assert.False(Directory.Exists(staging));
    }

    [Fact]
    public void Publishing_never_replaces_what_is_there()
    {
        var staging = StagingName.Next(_folder.Path);
        Directory.CreateDirectory(staging);
        DurableFile.Write(_folder.File("final/a"), "old");

        Assert.Throws<IOException>(() => DurableFolder.Publish(staging, _folder.File("final")));

        Assert.Equal("old", File.ReadAllText(_folder.File("final/a")));
    }

    [Fact]
    public void A_reader_that_has_a_file_open_reads_it_to_the_end_after_its_folder_is_removed()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows keeps folders whose files are open.");
        DurableFile.Write(_folder.File("old/a"), "still here");
        using var reader = File.OpenText(_folder.File("old/a"));

        DurableFolder.Remove(_folder.File("old"));

        Assert.Equal("still here", reader.ReadToEnd());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Hidden_names_are_never_given_twice_and_are_known_as_such()
    {
        var names = Enumerable.Range(0, 100).AsParallel().Select(_ => StagingName.Next(_folder.Path)).ToHashSet();

        Assert.Equal(100, names.Count);
        Assert.All(names, name => Assert.True(StagingName.Is(name)));
        Assert.False(StagingName.Is(_folder.File("20260101T000000Z-0123456789ab")));
    }
}
