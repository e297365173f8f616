using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Models.Folders;

public sealed class ModelFolderTests : IDisposable
{
    readonly TemporaryFolder _place = new();

    string Folder => Path.Combine(_place.Path, "model");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void What_is_written_is_opened_again()
    {
        Write();

        using var opened = ModelFolder.Open(Folder, Token);

        Assert.Equal("popularity", opened.Manifest.Trainer);
        Assert.Equal(["customers.hashes", "customers.safetensors", "items.safetensors", "model.safetensors"], opened.Manifest.Files.Select(file => file.Name));
        Assert.Equal("soap", opened.Trained.Items[1]);
        Assert.Equal([1, 0], opened.Trained.Model.Recommend(opened.Trained.Customer(Hash(9), Repeats.LeftOut), 2).Select(best => best.Item));
    }

    [Fact]
    public void A_customer_is_known_by_the_keyed_hash_and_a_stranger_has_no_history()
    {
        Write();
        using var opened = ModelFolder.Open(Folder, Token);

        var known = opened.Trained.Customer(Hash(2), Repeats.Allowed);
        var stranger = opened.Trained.Customer(Hash(7), Repeats.Allowed);

        Assert.Equal(1, known.Customer);
        Assert.Equal([1], known.History.Items.ToArray());
        Assert.Equal((-1, true), (stranger.Customer, stranger.History.IsEmpty));
    }

    [Fact]
    public void A_missing_a_shortened_and_a_changed_file_are_named()
    {
        Write();
        foreach (var path in Directory.GetFiles(Folder).Where(path => !path.EndsWith(".json", StringComparison.Ordinal)))
        {
            var whole = File.ReadAllBytes(path);
            File.Delete(path);
            Assert.Contains("is missing", Refusal(path));
            File.WriteAllBytes(path, whole[..^1]);
            Assert.Contains("bytes instead of", Refusal(path));
            var changed = whole.ToArray();
            changed[^1] ^= 1;
            File.WriteAllBytes(path, changed);
            Assert.Contains("hash differs", Refusal(path));
            File.WriteAllBytes(path, whole);
        }
        ModelFolder.Open(Folder, Token).Dispose();

        string Refusal(string path)
        {
            var message = Assert.Throws<UserErrorException>(() => ModelFolder.Open(Folder, Token)).Message;
            Assert.Contains(path, message);
            return message;
        }
    }

    [Fact]
    public void A_folder_that_holds_anything_is_not_written_to()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "diary.txt"), "mine");

        Assert.Contains("not empty", Assert.Throws<UserErrorException>(Write).Message);
        Assert.Equal(["diary.txt"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_model_with_a_number_that_means_nothing_leaves_no_folder()
    {
        Assert.Throws<UserErrorException>(() => ModelFolder.Write(Folder, Trained(float.NaN), Manifest, Token));

        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));
    }

    [Theory]
    [InlineData("{", "damaged")]
    [InlineData("{}", "damaged")]
    [InlineData(null, "no model's folder")]
    public void A_folder_without_its_manifest_is_no_model(string? manifest, string said)
    {
        Write();
        File.Delete(Path.Combine(Folder, ModelManifest.FileName));
        if (manifest is not null) File.WriteAllText(Path.Combine(Folder, ModelManifest.FileName), manifest);

        Assert.Contains(said, Assert.Throws<UserErrorException>(() => ModelFolder.Open(Folder, Token)).Message);
    }

    void Write() => ModelFolder.Write(Folder, Trained(5), Manifest, Token);

    static TrainedModel Trained(float popularity) => new(
        new PopularityModel(new[] { 1, popularity }), Vocabulary.Of(["brush", "soap"]), Hashes(1, 2),
        BasketsBuilder.From(2, 2, [new(0, 0, 10), new(1, 1, 20)]), Now: 21);

    static Vocabulary Hashes(params byte[] customers) => new(customers.SelectMany(customer => Enumerable.Repeat(customer, 32)).ToArray(), customers.Select((_, at) => 32 * (at + 1)).ToArray());

    static string Hash(byte customer) => Convert.ToHexStringLower([.. Enumerable.Repeat(customer, 32)]);

    static ModelManifest Manifest => new()
    {
        Trainer = "popularity",
        Options = [],
        Seed = 17,
        Dataset = "shop",
        Snapshot = "abc",
        Created = DateTime.UnixEpoch,
        Seconds = 1,
        PeakMb = 1,
        Engine = "0.1.0",
        Customers = 2,
        Items = 2,
        Now = 21,
    };
}
