using Recommender.Core.Store;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>What stands between a version and its customers: gates, force with a reason, and the way back.</summary>
public sealed class PromoteTests(PublishedVersions published) : IClassFixture<PublishedVersions>
{
    [Fact]
    public async Task A_version_made_worse_is_refused_then_forced_with_a_reason_then_rolled_back()
    {
        var good = (await published.RunAsync("models", "promote", "beauty@1", "--reason", "the first", "--json")).Ends(0).Json;
        Assert.Equal(("beauty", 1, "production", true, false), (good.GetProperty("model").GetString(), good.GetProperty("version").GetInt32(), good.GetProperty("alias").GetString(),
            good.GetProperty("promoted").GetBoolean(), good.GetProperty("forced").GetBoolean()));
        Assert.Equal(["beats popularity", "not worse than production", "load"], good.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("gate").GetString()!));

        var refused = (await published.RunAsync("models", "promote", "beauty", "--json")).Ends(3);
        var gate = refused.Json.GetProperty("gates")[0];
        Assert.False(refused.Json.GetProperty("promoted").GetBoolean());
        Assert.False(gate.GetProperty("passed").GetBoolean());
        Assert.Matches(@"^ndcg@20 \.\d{4} \[\.\d{4}, \.\d{4}\] is not above popularity's \.\d{4} \(difference [-+]?\.\d{4} \[[-+]?\.\d{4}, [-+]?\.\d{4}\]\)$", gate.GetProperty("sentence").GetString()!);
        Assert.Contains("version 1", refused.Json.GetProperty("gates")[1].GetProperty("sentence").GetString());   // its recipe was trained anew on the shuffled lines
        Assert.Contains(gate.GetProperty("sentence").GetString()!, refused.Error);
        Assert.Equal(1, published.Model.Aliases["production"]);

        Assert.Contains("--reason", (await published.RunAsync("models", "promote", "beauty@2", "--force")).Ends(2).Error);
        var shown = (await published.RunAsync("models", "promote", "beauty@2", "--force", "--reason", "a drill")).Ends(0);
        Assert.Contains("refused", shown.Output);
        Assert.Contains("by force", shown.Output);
        Assert.Equal(2, published.Model.Aliases["production"]);

        published.Model.Rollback("production", new("tester", DateTime.UnixEpoch.AddDays(9), "the drill is over"), TestContext.Current.CancellationToken);

        Assert.Equal(1, published.Model.Aliases["production"]);
        var history = published.Model.History;
        Assert.Equal(
            [(HistoryAction.Publish, 1, "good", false), (HistoryAction.Publish, 2, "shuffled", false), (HistoryAction.Promote, 1, "the first", false), (HistoryAction.Promote, 2, "a drill", true), (HistoryAction.Rollback, 1, "the drill is over", false)],
            history.Select(entry => (entry.Action, entry.Version, entry.Why!, entry.Forced ?? false)));
        Assert.Equal($"refused beats popularity: {gate.GetProperty("sentence").GetString()}", history[3].Gates![0]);
        Assert.StartsWith("passed load: ", history[3].Gates![2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_of_different_data_are_compared_only_where_that_is_asked_for()
    {
        var refused = (await published.RunAsync("compare", "beauty@1", "beauty@2")).Ends(3).Error;
        Assert.All(published.Snapshots, snapshot => Assert.Contains(snapshot, refused, StringComparison.Ordinal));

        var json = (await published.RunAsync("compare", "beauty@1", "beauty@2", "--allow-different-data", "--json")).Ends(0).Json;

        // The same recipe on the same shuffled lines: as figures nothing differs, as models of different lines much does.
        Assert.Equal(published.Snapshots[1], json.GetProperty("evaluation").GetProperty("snapshot").GetString());
        Assert.Equal(0, json.GetProperty("views").GetProperty("all").GetProperty("ndcg@20").GetProperty("difference").GetDouble());
        var overlap = json.GetProperty("overlap");
        Assert.Equal("stored_different_data", overlap.GetProperty("lists_of").GetString());
        Assert.Contains("different data", overlap.GetProperty("note").GetString());
        Assert.InRange(overlap.GetProperty("share").GetDouble(), overlap.GetProperty("low").GetDouble(), Math.Min(0.9, overlap.GetProperty("high").GetDouble()));
        Assert.Equal(10, json.GetProperty("changed").GetArrayLength());
        var changed = json.GetProperty("changed")[0];
        Assert.StartsWith("K", changed.GetProperty("customer").GetString());
        Assert.Equal(20, changed.GetProperty("b").GetArrayLength());
        Assert.NotEqual(changed.GetProperty("a")[0].GetProperty("item").GetString(), changed.GetProperty("a")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_version_brings_its_figures_and_a_trainer_is_measured_where_the_version_was()
    {
        var outcome = (await published.RunAsync("compare", "beauty@1", "popularity", "--json")).Ends(0);

        Assert.Equal(published.Snapshots[0], outcome.Json.GetProperty("evaluation").GetProperty("snapshot").GetString());
        Assert.Equal("worse", outcome.Json.GetProperty("views").GetProperty("all").GetProperty("ndcg@20").GetProperty("verdict").GetString());
        Assert.Contains("training popularity", outcome.Errors);
        Assert.DoesNotContain("evaluating frequency", outcome.Errors);   // its figures are those that it was published with
        var overlap = outcome.Json.GetProperty("overlap");
        Assert.Equal("training_part", overlap.GetProperty("lists_of").GetString());
        Assert.InRange(overlap.GetProperty("share").GetDouble(), 0.01, 0.9);
        var changed = outcome.Json.GetProperty("changed")[0];
        Assert.StartsWith("K", changed.GetProperty("customer").GetString());
        Assert.Equal(20, changed.GetProperty("a").GetArrayLength());

        var same = (await published.RunAsync("compare", "frequency", "beauty@1", "--json")).Ends(0).Json;
        Assert.Equal(1, same.GetProperty("overlap").GetProperty("share").GetDouble());
        Assert.All(same.GetProperty("views").EnumerateObject(), view => Assert.All(view.Value.EnumerateObject(), metric => Assert.Equal(0, metric.Value.GetProperty("difference").GetDouble())));
    }

    [Fact]
    public async Task Two_trainers_lists_are_laid_beside_each_other_too()
    {
        var outcome = (await published.RunAsync("compare", "popularity", "popularity(weight=quantity)", "--dataset", "shop", "--examples", "2", "--json")).Ends(0);

        Assert.Equal("training_part", outcome.Json.GetProperty("overlap").GetProperty("lists_of").GetString());
        Assert.Equal(2, outcome.Json.GetProperty("changed").GetArrayLength());
    }

    [Fact]
    public async Task A_comparison_is_written_as_a_page_of_its_own()
    {
        var page = published.PathTo("compared.html");

        var outcome = (await published.RunAsync("compare", "beauty@1", "beauty@1", "--html", page)).Ends(0);

        Assert.Contains("100.0 % stand in both", outcome.Output);
        Assert.DoesNotContain("training", outcome.Errors);
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare beauty@1 beauty@2 --dataset shop", 2, "--allow-different-data")]
    [InlineData("compare beauty@1 popularity --at 5", 2, "--at does not go with a version")]
    [InlineData("compare beauty@1 beauty@1 --explicit", 2, "--explicit does not go with a version")]
    [InlineData("compare beauty@1 beauty@9", 1, "no version 9")]
    [InlineData("compare beauty@1 beaty", 2, "beaty")]
    [InlineData("models promote beaty", 1, "Did you mean 'beauty'?")]
    [InlineData("models promote beauty@2 --alias Production", 2, "The alias 'Production' is not allowed")]
    [InlineData("models promote beauty@", 2, "beauty@candidate")]
    public async Task What_makes_no_sense_is_named_with_its_cure(string arguments, int exitCode, string named) =>
        Assert.Contains(named, (await published.RunAsync(arguments.Split(' '))).Ends(exitCode).Error);
}
