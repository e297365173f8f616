using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recommender.Core;
using Recommender.Storage.Backups;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Backups;

public sealed class RestoreTests : IDisposable
{
    static readonly (string Name, string Content)[] Good = [("home.json", """{"format":1}"""), ("data/default/key", "secret"), ("data/default/a/b", "content")];

    readonly TemporaryFolder _folder = new();

    string Archive => _folder.File("backup.tar.gz");

    string Home => _folder.File("restored");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_archive_comes_back()
    {
        WriteArchive(Good, Good);

        Run();

        Assert.Equal("content", File.ReadAllText(Path.Combine(Home, "data/default/a/b")));
        Assert.Equal(["data", "home.json"], Directory.GetFileSystemEntries(Home).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void An_existing_empty_folder_is_as_good_as_a_new_one()
    {
        WriteArchive(Good, Good);
        Directory.CreateDirectory(Home);

        Run();

        Assert.True(File.Exists(Path.Combine(Home, "home.json")));
    }

    [Fact]
    public void A_folder_that_holds_anything_is_refused_and_left_as_it_is()
    {
        WriteArchive(Good, Good);
        Directory.CreateDirectory(Home);
        File.WriteAllText(Path.Combine(Home, "mine"), "mine");

        Assert.Contains("is not empty", Assert.Throws<UserErrorException>(Run).Message);
        Assert.Equal(["mine"], Directory.GetFileSystemEntries(Home).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("../escaped")]
    [InlineData("data/../../escaped")]
    [InlineData("/etc/escaped")]
    [InlineData("data\\..\\..\\escaped")]
    [InlineData("data//escaped")]
    [InlineData("elsewhere/escaped")]
    [InlineData("runs/default/shop/step.json")]
    [InlineData("runs/default/../log.jsonl")]
    [InlineData("data")]
    public void An_entry_that_would_land_outside_is_refused_and_nothing_is_left_behind(string name)
    {
        (string, string)[] bad = [.. Good, (name, "evil")];
        WriteArchive(bad, bad);

        Refused("would lie outside the home's folders");
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public void A_link_or_a_device_is_refused(TarEntryType type)
    {
        WriteArchive(Good, Good, tar =>
        {
            var entry = new PaxTarEntry(type, "data/link");
            if (type != TarEntryType.Fifo) entry.LinkName = "/etc/passwd";
            tar.WriteEntry(entry);
        });

        Refused($"'data/link' is a {type}, not a file");
    }

    [Fact]
    public void A_changed_file_is_named()
    {
        WriteArchive(Good, [Good[0], Good[1], ("data/default/a/b", "CONTENT")]);

        Refused("'data/default/a/b' was changed: the SHA-256 differs");
    }

    [Fact]
    public void Missing_additional_repeated_and_longer_files_are_named()
    {
        WriteArchive(Good, Good[..2]);
        Refused("data/default/a/b is missing from it");

        WriteArchive(Good, [.. Good, ("data/more", "x")]);
        Refused("'data/more' is not in its list");

        WriteArchive(Good, [.. Good, Good[2]]);
        Refused("'data/default/a/b' is not in its list or comes twice");

        WriteArchive(Good, [Good[0], Good[1], ("data/default/a/b", "content and more")]);
        Refused("has 16 bytes instead of 7");

        WriteArchive(Good[1..], Good[1..]);
        Refused("home.json is missing from it");
    }

    [Fact]
    public void A_newer_format_is_refused_with_the_version_that_can_read_it()
    {
        WriteArchive(Good, Good, format: 2);

        Assert.Contains(
            "written by version 9.9, has format 2; this version reads formats 1 to 1. Use the version that wrote it", Assert.Throws<UserErrorException>(Run).Message);
        Assert.False(Directory.Exists(Home));
    }

    [Fact]
    public void An_archive_cut_at_any_place_is_refused_unless_only_its_padding_is_missing()
    {
        WriteArchive(Good, Good);
        var whole = File.ReadAllBytes(Archive);

        var refused = Enumerable.Range(0, whole.Length / 3).Count(step => !TryRun(whole[..(step * 3)]));

        Assert.InRange(refused, (whole.Length - 100) / 3, whole.Length / 3);
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_refused_or_harmless()
    {
        WriteArchive(Good, Good);
        var whole = File.ReadAllBytes(Archive);

        for (var at = 0; at < whole.Length; at += 5)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x10;
            TryRun(flipped);
        }
    }

    [Theory]
    [InlineData("not an archive at all, but long enough to be one")]
    [InlineData("")]
    public void What_is_no_archive_is_refused(string text)
    {
        File.WriteAllText(Archive, text);

        Refused("");
    }

    [Fact]
    public void A_tar_of_something_else_is_refused()
    {
        using (var gzip = new GZipStream(File.Create(Archive), CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip)) Add(tar, "readme.txt", "hello"u8.ToArray());

        Refused("it is not a backup of a home folder");
    }

    [Fact]
    public void A_missing_archive_is_named() => Assert.Contains("does not exist", Assert.Throws<UserErrorException>(Run).Message);

    void Run() => Restore.Run(Archive, HomeFolder.Open(Home), progress: null, TestContext.Current.CancellationToken);

    // Either everything is there or nothing is.
    bool TryRun(byte[] archive)
    {
        File.WriteAllBytes(Archive, archive);
        try
        {
            Run();
        }
        catch (UserErrorException)
        {
            Assert.Equal(["backup.tar.gz"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
            return false;
        }
        Assert.All(Good, file => Assert.Equal(file.Content, File.ReadAllText(Path.Combine(Home, file.Name))));
        Directory.Delete(Home, recursive: true);
        return true;
    }

    void Refused(string why)
    {
        var failure = Assert.Throws<UserErrorException>(Run);

        Assert.Contains(why, failure.Message);
        Assert.EndsWith("Nothing was written. Use another backup.", failure.Message);
        Assert.Equal(["backup.tar.gz"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    void WriteArchive((string Name, string Content)[] listed, (string Name, string Content)[] held, Action<TarWriter>? more = null, int format = 1)
    {
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            format,
            version = "9.9",
            created = DateTime.UnixEpoch,
            files = listed.Select(file => new
            {
                path = file.Name,
                bytes = file.Content.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Content))),
                mode = 384,
            }),
        });
        using var gzip = new GZipStream(File.Create(Archive), CompressionLevel.Fastest);
        using var tar = new TarWriter(gzip);
        Add(tar, "backup.json", manifest);
        foreach (var (name, content) in held) Add(tar, name, Encoding.UTF8.GetBytes(content));
        more?.Invoke(tar);
    }

    static void Add(TarWriter tar, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = stream });
    }
}
