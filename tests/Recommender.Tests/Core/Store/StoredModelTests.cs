using Recommender.Core;
using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class StoredModelTests : StoreFixture
{
    [Fact]
    public void A_model_never_changes_from_scoring_customers_to_a_matrix()
    {
        Publish(1);
        using var draft = Model.Draft();
        File.WriteAllText(Path.Combine(draft.Folder, "model.safetensors"), "pairs");

        var refusal = Assert.Throws<UserErrorException>(() => Model.Publish(draft, Manifest with { Trainer = "cross-sell" }, new HistoryNote("ada", DateTime.UnixEpoch), TestContext.Current.CancellationToken));

        Assert.Contains("a name of its own", refusal.Message);
        Assert.Equal([1], Model.Versions);
    }

    [Fact]
    public void Versions_are_numbered_from_one_and_know_what_was_live_when_they_came()
    {
        Publish(2);
        Promote(2);
        var third = Publish();

        Assert.Equal([1, 2, 3], Model.Versions);
        Assert.Equal(("beauty", 3, 2), (third.Manifest.Model, third.Manifest.Version, third.Manifest.Parent));
        Assert.Null(Model.Version(1).Manifest.Parent);
        Assert.Equal("0003", Path.GetFileName(third.Path));
        Assert.Empty(third.Problems(Token));
        Assert.Equal(third.Manifest.Checksum, Model.Version(3).Manifest.Checksum);
    }

    [Fact]
    public void A_number_is_never_given_twice()
    {
        Publish(3);
        Model.Prune(keep: 0, Note(), Token);
        Assert.Empty(Model.Versions);

        Assert.Equal(4, Publish().Manifest.Version);
    }

    [Fact]
    public void A_number_whose_folder_somebody_took_away_is_not_given_again()
    {
        Publish(2);
        Directory.Delete(FileOf("0002"), recursive: true);

        Assert.Equal(3, Publish().Manifest.Version);
    }

    [Fact]
    public void A_draft_is_no_version_and_leaves_nothing_when_it_is_given_up()
    {
        using (var draft = Model.Draft())
        {
            File.WriteAllText(Path.Combine(draft.Folder, "model.safetensors"), "half");
            ManifestFile.Seal(draft.Folder, Manifest, [], Token);
            Assert.True(StagingName.Is(draft.Folder));
            Assert.Empty(Model.Versions);
            Assert.Empty(Store.Models);
        }
        Assert.False(Directory.Exists(Model.Folder));   // not even the folder of a model that came to nothing
    }

    [Fact]
    public void A_hash_that_was_taken_at_writing_is_believed_unless_the_file_has_another_size()
    {
        using var draft = Model.Draft();
        File.WriteAllText(Path.Combine(draft.Folder, "model.safetensors"), "weights");
        File.WriteAllText(Path.Combine(draft.Folder, "items.safetensors"), "soap");
        draft.Take([new("model.safetensors", 7, "as it was said")]);
        draft.Take([new("items.safetensors", 11, "of something else")]);

        var files = Model.Publish(draft, Manifest, Note(), Token).Manifest.Files;

        Assert.Equal([FileHash.Of(FileOf("0001/items.safetensors"), Token), "as it was said"], files.Select(file => file.Sha256));
    }

    [Theory]
    [InlineData("Weights.bin")]
    [InlineData(".hidden")]
    [InlineData("inner/weights")]
    public void A_draft_with_what_could_not_be_verified_is_refused_and_takes_no_number(string name)
    {
        using (var draft = Model.Draft())
        {
            var path = Path.Combine(draft.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");

            Assert.Contains("cannot belong to a model", MessageOf(() => Model.Publish(draft, Manifest, Note(), Token)));
        }
        Assert.Equal(1, Publish().Manifest.Version);
    }

    [Fact]
    public async Task Readers_see_whole_versions_only_while_one_publishes_and_another_prunes()
    {
        Publish();
        Promote(1);
        var publisher = Task.Run(() => Publish(30), Token);
        while (!publisher.IsCompleted)
        {
            foreach (var version in Model.Versions.Take(1)) Assert.Empty(Model.Version(version).Problems(Token));
            if (Model.Versions is [.., var newest] && newest > 1) Assert.Equal(newest, Model.Version(newest).Manifest.Version);
            Assert.Equal(1, Model.Find(null).Manifest.Version);
        }
        await publisher;

        Assert.Equal(31, Model.Versions.Count);
        Assert.All(Model.Versions, version => Assert.Empty(Model.Version(version).Problems(Token)));
    }

    [Fact]
    public void Publishers_at_the_same_time_get_numbers_of_their_own()
    {
        Parallel.For(0, 16, new() { CancellationToken = Token }, _ => Publish());

        Assert.Equal(Enumerable.Range(1, 16), Model.Versions);
        Assert.Equal(Enumerable.Range(1, 16), Model.History.Select(entry => entry.Version));
    }

    [Fact]
    public void What_a_name_means_is_looked_up_among_aliases_then_numbers()
    {
        Publish(3);
        Model.Promote(2, "candidate", Note(), Token);

        Assert.Equal(3, Model.Resolve(null));
        Promote(1);
        Assert.Equal(1, Model.Resolve(null));
        Assert.Equal(2, Model.Resolve("candidate"));
        Assert.Equal(3, Model.Resolve("3"));
        Assert.Contains("Did you mean 'candidate'?", MessageOf(() => Model.Resolve("candidat")));
        Assert.Contains("has no version 9. It has: 1, 2, 3.", MessageOf(() => Model.Version(9)));
    }

    [Fact]
    public void A_version_that_does_not_exist_is_never_promoted()
    {
        Publish();

        MessageOf(() => Promote(2));

        Assert.Empty(Model.Aliases);
        Assert.Single(Model.History);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("a/b")]
    public void An_alias_is_a_plain_word(string alias)
    {
        Publish();

        Assert.Contains("is not allowed", MessageOf(() => Model.Promote(1, alias, Note(), Token)));
    }

    [Fact]
    public void An_alias_that_points_at_a_version_that_is_gone_says_so_and_a_rollback_mends_it()
    {
        Publish(2);
        Promote(1, 2);
        Directory.Delete(FileOf("0002"), recursive: true);

        Assert.Contains("points at version 2, which is not there", MessageOf(() => Model.Find(null)));
        Assert.Equal(1, Rollback());
        Assert.Equal(1, Model.Find(null).Manifest.Version);
    }

    [Fact]
    public void A_folder_that_was_moved_or_copied_to_another_number_is_refused()
    {
        Publish(2);
        Directory.Move(FileOf("0002"), FileOf("0005"));

        Assert.Contains("holds version 2 of 'beauty'", MessageOf(() => Model.Version(5)));
        Assert.Equal(6, Publish().Manifest.Version);
    }

    [Fact]
    public void A_model_whose_folder_was_renamed_is_refused()
    {
        Publish();
        Directory.Move(Model.Folder, PathOf("models/other"));

        Assert.Contains("version 1 of 'beauty'", MessageOf(() => Store.Existing("other").Find(null)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("001")]
    [InlineData("00001")]
    [InlineData("0000")]
    [InlineData("-001")]
    [InlineData("99999999999")]
    [InlineData("backup")]
    public void A_folder_with_another_kind_of_name_is_no_version(string name)
    {
        Publish();
        Directory.CreateDirectory(FileOf(name));

        Assert.Equal([1], Model.Versions);
    }
}
