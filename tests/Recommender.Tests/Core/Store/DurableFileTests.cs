using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class DurableFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_a_new_file_in_a_new_folder_and_leaves_nothing_beside_it()
    {
        DurableFile.Write(_folder.File("a/b/c.json"), "first");

        Assert.Equal("first", File.ReadAllText(_folder.File("a/b/c.json")));
        Assert.Equal(["c.json"], Directory.GetFileSystemEntries(_folder.File("a/b")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_content_and_no_leftover()
    {
        var path = _folder.File("c.json");
        DurableFile.Write(path, "old");

        Assert.Throws<InvalidOperationException>(() => DurableFile.Write(path, stream =>
        {
            stream.Write("half of the ne"u8);
            throw new InvalidOperationException("broken off");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_reader_of_a_file_that_is_replaced_over_and_over_sees_whole_contents_only()
    {
        var path = _folder.File("c.json");
        string[] contents = [new('a', 50_000), new('b', 70_000)];
        DurableFile.Write(path, contents[0]);

        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var turn = 0; !stop.IsCancellationRequested; turn++) DurableFile.Write(path, contents[turn % 2]);
        }, TestContext.Current.CancellationToken);
        for (var turn = 0; turn < 300; turn++) Assert.Contains(File.ReadAllText(path), contents);

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void The_mode_is_set_from_the_first_byte()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }
        var path = _folder.File("key");

        DurableFile.Write(
            path, stream => Assert.Equal(UnixFileMode.UserRead, ModeOf(((FileStream)stream).Name)), UnixFileMode.UserRead);

        Assert.Equal(UnixFileMode.UserRead, ModeOf(path));
    }

    [Fact]
    public void A_full_disk_is_named_with_its_free_space_and_the_cure()
    {
        var failure = Assert.Throws<UserErrorException>(
            () => DurableFile.Write(_folder.File("c.json"), _ => throw new IOException("No space left on device", 28)));

        Assert.StartsWith($"No space left in {_folder.Path} (", failure.Message);
        Assert.Contains("MB free): free some space or choose another folder", failure.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    static UnixFileMode ModeOf(string path) => new FileInfo(path).UnixFileMode;
}
