using System.Text;
using Recommender.Core;
using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class ManifestFileTests : StoreFixture
{
    [Fact]
    public void A_flipped_bit_at_any_position_of_any_file_is_found()
    {
        var version = Publish();
        foreach (var path in Directory.GetFiles(version.Path))
        {
            var whole = File.ReadAllBytes(path);
            for (var at = 0; at < whole.Length; at++)
            {
                var changed = whole.ToArray();
                changed[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(path, changed);
                Assert.True(IsRefused(Path.GetFileName(path)), $"{Path.GetFileName(path)} position {at}");
            }
            File.WriteAllBytes(path, whole);
        }
        Assert.Empty(Model.Version(1).Problems(Token));
    }

    [Fact]
    public void A_manifest_of_any_other_length_is_found()
    {
        var path = Path.Combine(Publish().Path, ModelManifest.FileName);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.True(IsRefused(ModelManifest.FileName), $"cut at {length}");
        }
        foreach (var more in (byte[][])[[.. whole, (byte)'\n'], [.. Encoding.UTF8.Preamble, .. whole], [.. whole, .. whole]])
        {
            File.WriteAllBytes(path, more);
            Assert.True(IsRefused(ModelManifest.FileName));
        }
    }

    [Fact]
    public void Files_that_changed_places_that_are_gone_or_too_many_are_named()
    {
        var version = Publish();
        string model = Path.Combine(version.Path, "model.safetensors"), items = Path.Combine(version.Path, "items.safetensors"), other = Path.Combine(version.Path, "z");

        File.Move(model, other);
        Assert.Equal([$"{model} is missing.", $"{other} does not belong to the model: its manifest does not name it."], version.Problems(Token));
        File.Move(items, model);
        File.Move(other, items);
        Assert.Equal(2, version.Problems(Token).Count);
    }

    [Fact]
    public void A_link_in_place_of_a_file_and_a_folder_beside_it_are_named()
    {
        var version = Publish();
        var model = Path.Combine(version.Path, "model.safetensors");
        File.Move(model, PathOf("elsewhere"));
        File.CreateSymbolicLink(model, PathOf("elsewhere"));
        Directory.CreateDirectory(Path.Combine(version.Path, "inner"));

        Assert.Equal([$"{model} is a link instead of a file.", $"{Path.Combine(version.Path, "inner")} does not belong to the model: its manifest does not name it."], version.Problems(Token));
    }

    [Theory]
    [InlineData("../weights")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("manifest.json")]
    [InlineData("Weights")]
    public void A_manifest_whose_names_lead_elsewhere_is_refused_although_its_checksum_is_right(string name)
    {
        var folder = Directory.CreateDirectory(PathOf("crafted")).FullName;
        ManifestFile.Write(folder, Manifest with { Files = [new(name, 0, new('a', 64))] });

        Assert.Contains("is damaged", MessageOf(() => ManifestFile.Read(folder)));
    }

    [Fact]
    public void A_newer_format_says_what_to_use()
    {
        var folder = Directory.CreateDirectory(PathOf("newer")).FullName;
        ManifestFile.Write(folder, Manifest with { Format = ModelManifest.CurrentFormat + 1 });

        Assert.Contains("has the format 3; this version reads 2", MessageOf(() => ManifestFile.Read(folder)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"format":"2"}""")]
    [InlineData("""{"format":2,"trainer":null}""")]
    public void Another_document_is_damage(string json) =>
        Assert.Contains("is damaged", MessageOf(() => ManifestFile.Parse(Encoding.UTF8.GetBytes(json), "it")));

    // A manifest is refused as it is read; another file when its version is verified, by its name.
    bool IsRefused(string name)
    {
        try
        {
            return Model.Version(1).Problems(Token) is [var problem] && problem.Contains(name, StringComparison.Ordinal);
        }
        catch (UserErrorException refused)
        {
            return refused.Message.Contains(name, StringComparison.Ordinal) && name == ModelManifest.FileName;
        }
    }
}
