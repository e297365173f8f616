using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

/// <summary>The states that a crash can leave behind, put there by hand, and what the next change makes of them.</summary>
public sealed class CrashTests : StoreFixture
{
    string Aliases => FileOf("aliases.json");

    string History => FileOf("history.jsonl");

    [Fact]
    public void An_alias_whose_line_was_written_is_moved_by_the_next_change()
    {
        Publish(2);
        Promote(1);
        var before = File.ReadAllText(Aliases);
        Promote(2);
        File.WriteAllText(Aliases, before);

        Publish();

        Assert.Equal(2, Live);
        Assert.Equal(1, Rollback());
    }

    [Fact]
    public void The_first_promotion_of_all_counts_once_its_line_is_written()
    {
        Publish();
        Promote(1);
        File.Delete(Aliases);

        Assert.Equal(1, Live);
    }

    [Fact]
    public void The_first_promotion_of_an_alias_beside_others_is_finished_too()
    {
        Publish(2);
        Promote(1);
        var before = File.ReadAllText(Aliases);
        Model.Promote(2, "candidate", Note(), Token);
        File.WriteAllText(Aliases, before);

        Publish();

        Assert.Equal(2, Model.Aliases["candidate"]);
        Assert.Equal(1, Live);
    }

    [Fact]
    public void A_promotion_whose_line_was_torn_never_happened()
    {
        Publish(2);
        Promote(1);
        File.AppendAllText(History, """{"at":"2026-01-01T00:00:00Z","who":"ada","action":"promote","version":2,"ali""");

        Assert.Equal(3, Model.History.Count);
        Promote(2);

        Assert.Equal(1, Rollback());
        Assert.Equal(5, Model.History.Count);
    }

    [Fact]
    public void An_alias_that_somebody_moved_by_hand_is_left_alone()
    {
        Publish(3);
        Promote(1, 2);
        File.WriteAllText(Aliases, """{"production":3}""");

        Publish();

        Assert.Equal(3, Live);
    }

    [Fact]
    public void A_version_that_was_published_without_its_line_gets_one_and_keeps_its_number()
    {
        Publish(2);
        var lines = File.ReadAllLines(History);
        File.WriteAllText(History, lines[0] + "\n");

        Assert.Equal(3, Publish().Manifest.Version);

        Assert.Equal([(1, "ada"), (2, "unknown"), (3, "ada")], Model.History.Select(entry => (entry.Version, entry.Who)));
        Assert.Equal(Manifest.Created, Model.History[1].At);
    }

    [Fact]
    public void A_prune_that_was_cut_off_before_the_version_was_removed_can_be_done_again()
    {
        Publish(2);
        var line = HistoryEntry.Of(HistoryAction.Prune, 1, Note()).ToJson();
        File.AppendAllText(History, line + "\n");

        Assert.Empty(Model.Version(1).Problems(Token));
        Assert.Equal([1], Model.Prune(keep: 1, Note(), Token));
    }

    [Fact]
    public void Lines_are_added_and_never_changed()
    {
        var told = "";
        Action[] changes = [() => Publish(3), () => Promote(1, 2), () => Rollback(), () => Model.Prune(1, Note(), Token), () => Promote(3)];
        foreach (var change in changes)
        {
            change();
            var now = File.ReadAllText(History);
            Assert.StartsWith(told, now);
            Assert.NotEqual(told, now);
            told = now;
        }
        Assert.Contains("\"action\":\"rollback\",\"version\":1,\"alias\":\"production\",\"from\":2,\"why\":\"worse\"", told);
    }

    [Fact]
    public void A_history_with_a_hole_is_refused_by_line()
    {
        Publish(2);
        var lines = File.ReadAllLines(History);
        File.WriteAllText(History, lines[0] + "\nnonsense\n" + lines[1] + "\n");

        Assert.Contains("history.jsonl line 2 is not an entry", MessageOf(() => Publish()));
        Assert.Equal([1, 2], Model.Versions);
    }

    [Fact]
    public void An_alias_file_cut_anywhere_is_refused_and_stands_again_once_it_is_removed()
    {
        Publish(2);
        Promote(1, 2);
        Model.Promote(1, "candidate", Note(), Token);
        var whole = File.ReadAllText(Aliases).TrimEnd();
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllText(Aliases, whole[..length]);
            Assert.Contains("aliases.json is damaged", MessageOf(() => _ = Model.Aliases));
            Assert.Contains("aliases.json is damaged", MessageOf(() => Promote(1)));
        }
        File.Delete(Aliases);

        Assert.Equal([("candidate", 1), ("production", 2)], Model.Aliases.Select(alias => (alias.Key, alias.Value)));
        Promote(1);
        Assert.Equal(["candidate", "production"], Model.Aliases.Keys);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"production":0}""")]
    [InlineData("""{"../x":1}""")]
    [InlineData("""{"production":"1"}""")]
    public void An_alias_file_with_another_content_is_refused(string content)
    {
        Publish();
        File.WriteAllText(Aliases, content);

        Assert.Contains("aliases.json is damaged", MessageOf(() => _ = Model.Aliases));
    }

    [Fact]
    public void A_leftover_of_a_dead_publisher_is_no_version()
    {
        Publish();
        var leftover = Path.Combine(Model.Folder, ".staging-4711-1");
        Directory.CreateDirectory(leftover);
        File.Copy(FileOf("0001/manifest.json"), Path.Combine(leftover, "manifest.json"));

        Assert.Equal([1], Model.Versions);
        Assert.Equal(2, Publish().Manifest.Version);
    }
}
