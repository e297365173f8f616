using System.Formats.Tar;
using System.Text;
using Recommender.Core;
using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class VersionArchiveTests : StoreFixture
{
    string Archive => PathOf("beauty.tar");

    [Fact]
    public void What_is_exported_is_imported_as_the_next_version_of_any_model()
    {
        var version = Publish();
        VersionArchive.Export(version, Archive, Token);

        var same = VersionArchive.Import(Store, null, Archive, Note(), Token);
        var other = VersionArchive.Import(Store, "copy", Archive, Note("from the other shop"), Token);

        Assert.Equal(("beauty", 2), (same.Manifest.Model, same.Manifest.Version));
        Assert.Equal(("copy", 1), (other.Manifest.Model, other.Manifest.Version));
        Assert.Equal(version.Manifest.Files, other.Manifest.Files);
        Assert.Equal(version.Manifest.Options.ToJsonString(), other.Manifest.Options.ToJsonString());
        Assert.Empty(other.Problems(Token));
        Assert.Equal((HistoryAction.Import, "from the other shop (beauty.tar, version 1 of 'beauty')"), (Store.Model("copy").History[0].Action, Store.Model("copy").History[0].Why));
    }

    [Fact]
    public void The_same_version_gives_the_same_archive_and_one_that_exists_is_never_replaced()
    {
        var version = Publish();
        VersionArchive.Export(version, Archive, Token);
        VersionArchive.Export(version, PathOf("again.tar"), Token);

        Assert.Equal(File.ReadAllBytes(Archive), File.ReadAllBytes(PathOf("again.tar")));
        Assert.Contains("exists already", MessageOf(() => VersionArchive.Export(version, Archive, Token)));
    }

    [Fact]
    public void A_damaged_version_is_not_exported()
    {
        var version = Publish();
        File.AppendAllText(Path.Combine(version.Path, "items.safetensors"), "x");

        Assert.Contains("items.safetensors has", MessageOf(() => VersionArchive.Export(version, Archive, Token)));
        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public void An_archive_cut_anywhere_is_refused_or_whole_and_leaves_nothing_half()
    {
        var whole = Exported();
        var end = whole.AsSpan().TrimEnd((byte)0).Length;
        for (var length = 0; length < whole.Length; length += length < end ? 23 : 64)
        {
            File.WriteAllBytes(Archive, whole[..length]);
            if (length < end) Assert.True(IsRefused(), $"cut at {length} of {end}");
            AssertNothingHalf();
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_refused_or_changes_no_byte_of_the_version()
    {
        var whole = Exported();
        var files = Model.Version(1).Manifest.Files;
        var refused = 0;
        for (var at = 0; at < whole.Length; at += 97)
        {
            var changed = whole.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(Archive, changed);
            if (IsRefused()) refused++;
            else Assert.Equal(files, Store.Model("copy").Find(null).Manifest.Files);
        }
        AssertNothingHalf();
        Assert.InRange(refused, whole.Length / 97 / 10, whole.Length / 97);
    }

    [Theory]
    [InlineData("../outside", "x")]
    [InlineData("/tmp/outside", "x")]
    [InlineData("other.safetensors", "x")]
    [InlineData("manifest.json", "x")]
    [InlineData("model.safetensors", "longer than the manifest says")]
    [InlineData("model.safetensors", "")]
    [InlineData("model.safetensors", "abd")]
    public void An_entry_that_is_not_the_manifest_s_is_refused(string name, string content)
    {
        Pack((name, content));

        Assert.Contains("cannot be imported", MessageOf(() => Import()));
        AssertNothingHalf();
        Assert.False(Directory.Exists(Store.Model("copy").Folder));   // no model comes to be of it
        Assert.False(File.Exists(PathOf("models/outside")));
        Assert.False(File.Exists("/tmp/outside"));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public void A_link_is_refused(TarEntryType type)
    {
        Pack(tar => tar.WriteEntry(new PaxTarEntry(type, "model.safetensors") { LinkName = "/etc/passwd" }));

        Assert.Contains("its entry 'model.safetensors' is none of its manifest's", MessageOf(() => Import()));
        AssertNothingHalf();
    }

    [Fact]
    public void A_folder_and_a_file_that_comes_twice_are_refused()
    {
        Pack(("model.safetensors", "abc"), ("model.safetensors", "abc"));
        Assert.Contains("is none of its manifest's", MessageOf(() => Import()));

        File.Delete(Archive);
        Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "model.safetensors")));
        Assert.Contains("is none of its manifest's", MessageOf(() => Import()));
    }

    [Fact]
    public void An_archive_that_lacks_a_file_or_begins_with_another_is_refused()
    {
        Pack();
        Assert.Contains("it lacks model.safetensors", MessageOf(() => Import()));

        File.WriteAllText(Archive, "no archive");
        Assert.Contains("cannot be imported", MessageOf(() => Import()));
        File.WriteAllBytes(Archive, new byte[10_240]);
        Assert.Contains("does not begin with manifest.json", MessageOf(() => Import()));
        Assert.Contains("is not there", MessageOf(() => VersionArchive.Import(Store, "copy", PathOf("none.tar"), Note(), Token)));
    }

    [Fact]
    public void A_model_that_was_in_no_store_needs_a_name()
    {
        Pack(("model.safetensors", "abc"));

        Assert.Contains("--model <name>", MessageOf(() => VersionArchive.Import(Store, null, Archive, Note(), Token)));
        Assert.Equal(1, Import().Manifest.Version);
    }

    // A manifest for a file "abc", then whatever a test puts behind it.
    void Pack(params (string Name, string Content)[] entries) => Pack(tar =>
    {
        foreach (var (name, content) in entries) Write(tar, name, Encoding.UTF8.GetBytes(content));
    });

    void Pack(Action<TarWriter> entries)
    {
        var folder = Directory.CreateDirectory(PathOf("packed")).FullName;
        File.WriteAllText(Path.Combine(folder, "model.safetensors"), "abc");
        ManifestFile.Seal(folder, Manifest, [], Token);
        using var tar = new TarWriter(File.Create(Archive), TarEntryFormat.Pax, leaveOpen: false);
        Write(tar, ModelManifest.FileName, File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName)));
        entries(tar);
    }

    static void Write(TarWriter tar, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = stream });
    }

    byte[] Exported()
    {
        VersionArchive.Export(Publish(), Archive, Token);
        return File.ReadAllBytes(Archive);
    }

    SealedFolder Import() => VersionArchive.Import(Store, "copy", Archive, Note(), Token);

    bool IsRefused()
    {
        try
        {
            Import();
            return false;
        }
        catch (UserErrorException)
        {
            return true;
        }
    }

    void AssertNothingHalf()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetDirectoryName(Model.Folder)!)) Assert.DoesNotContain(Directory.GetFileSystemEntries(folder), StagingName.Is);
        foreach (var version in Store.Model("copy").Versions) Assert.Empty(Store.Model("copy").Version(version).Problems(Token));
    }
}
