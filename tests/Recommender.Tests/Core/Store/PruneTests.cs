using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class PruneTests : StoreFixture
{
    [Fact]
    public void The_newest_the_aliased_and_what_a_rollback_would_need_stay()
    {
        Publish(8);
        Promote(1, 2, 3);
        Model.Promote(5, "candidate", Note(), Token);

        Assert.Equal([1, 4, 6], Model.Prunable(keep: 2));
        Assert.Equal([1, 4, 6], Model.Prune(keep: 2, Note("full"), Token));

        Assert.Equal([2, 3, 5, 7, 8], Model.Versions);
        Assert.Equal(2, Rollback());
        Assert.Equal([(1, "full"), (4, "full"), (6, "full")], Model.History.Where(entry => entry.Action == HistoryAction.Prune).Select(entry => (entry.Version, entry.Why!)));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Model.Folder), StagingName.Is);
    }

    [Fact]
    public void Nothing_is_removed_where_nobody_can_tell_what_is_live()
    {
        Publish(3);
        Promote(1);
        File.WriteAllText(FileOf("aliases.json"), "{");

        MessageOf(() => Model.Prune(keep: 1, Note(), Token));

        Assert.Equal([1, 2, 3], Model.Versions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_was_done_before_no_alias_and_no_rollback_loses_its_version(int seed)
    {
        var random = new Random(seed);
        Publish(2);
        string[] aliases = ["production", "candidate"];
        foreach (var alias in aliases) Model.Promote(1, alias, Note(), Token);
        for (var step = 0; step < 60; step++)
        {
            var alias = aliases[random.Next(2)];
            if (step % 3 == 0) Publish();
            if (random.Next(3) > 0) Model.Promote(Model.Versions[random.Next(Model.Versions.Count)], alias, Note(), Token);
            else if (CanGoBack(alias)) Model.Rollback(alias, Note(), Token);

            var targets = aliases.ToDictionary(name => name, name => RetentionRule.Former(Model.Trail(name), Model.Aliases[name], Model.Versions));
            Model.Prune(random.Next(3), Note(), Token);

            foreach (var name in aliases)
            {
                Assert.Contains(Model.Aliases[name], Model.Versions);
                if (targets[name] is { } target) Assert.Contains(target, Model.Versions);
            }
        }

        bool CanGoBack(string alias) => RetentionRule.Former(Model.Trail(alias), Model.Aliases[alias], Model.Versions) is not null;
    }
}
