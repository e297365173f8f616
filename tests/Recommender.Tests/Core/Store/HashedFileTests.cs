using System.Security.Cryptography;
using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class HashedFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string PathOfFile => _folder.File("weights");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1 << 20)]
    [InlineData((17 << 20) + 5)]
    public void What_is_handed_over_stands_in_the_file_and_its_hash_is_said(int bytes)
    {
        var content = new byte[bytes];
        new Random(17).NextBytes(content);

        var written = HashedFile.Write(PathOfFile, write =>
        {
            write("head"u8);
            write(content);
            write("tail"u8);
        }, check: () => { });

        var read = File.ReadAllBytes(PathOfFile);
        Assert.Equal([.. "head"u8, .. content, .. "tail"u8], read);
        Assert.Equal(new("weights", bytes + 8, Convert.ToHexStringLower(SHA256.HashData(read))), written);
    }

    [Fact]
    public void When_the_file_cannot_be_put_in_its_place_nobody_reads_the_callers_numbers_any_more()
    {
        Directory.CreateDirectory(_folder.File("weights/in/the/way"));
        using var never = new ManualResetEventSlim();
        var (caller, ended) = (Environment.CurrentManagedThreadId, 0);

        Assert.ThrowsAny<Exception>(() => HashedFile.Write(PathOfFile, write =>
        {
            if (Environment.CurrentManagedThreadId != caller) never.Wait(200, TestContext.Current.CancellationToken);
            write("content"u8);
            Interlocked.Increment(ref ended);
        }, check: () => { }));

        Assert.Equal(2, ended);
        Assert.Equal(["weights"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }
}
