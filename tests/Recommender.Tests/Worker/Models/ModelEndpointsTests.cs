using System.Net;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;
using Recommender.Storage.Homes;
using Recommender.Tests.Worker.Api;
using Xunit;

namespace Recommender.Tests.Worker.Models;

public sealed class ModelEndpointsTests : IDisposable
{
    readonly ApiServer _server = new();

    public ModelEndpointsTests()
    {
        foreach (var metric in (double[])[0.10, 0.12, 0.14]) Publish("beauty", metric);
        Publish("other", 0.5);
        Model("beauty").Promote(1, StoredModel.Production, new("setup", DateTime.UnixEpoch), default);
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Models_are_listed_page_by_page_with_what_is_live()
    {
        var first = (await _server.Get("models?limit=1")).Good;
        var second = (await _server.Get($"models?limit=1&cursor={first["next_cursor"]}")).Good;

        Assert.Equal(("beauty", 1, "[3,2,1]"), (first["models"]![0]!["model"]!.GetValue<string>(), first["models"]![0]!["aliases"]!["production"]!.GetValue<int>(), first["models"]![0]!["versions"]!.ToJsonString()));
        Assert.Equal("other", second["models"]![0]!["model"]!.GetValue<string>());
        Assert.Null(second["next_cursor"]);
    }

    [Fact]
    public async Task A_model_is_shown_with_its_figures_and_its_history_until_it_changes()
    {
        var reply = await _server.Get("models/beauty");
        var unchanged = await _server.Get("models/beauty", ("If-None-Match", reply.Headers["ETag"]));
        Publish("beauty", 0.2);

        Assert.Equal(0.12, reply.Good["versions"]![1]!["metrics"]!["ndcg@20"]!.GetValue<double>());
        Assert.Equal(("promote", "setup"), (reply.Good["history"]![0]!["action"]!.GetValue<string>(), reply.Good["history"]![0]!["who"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
        Assert.Equal(HttpStatusCode.OK, (await _server.Get("models/beauty", ("If-None-Match", reply.Headers["ETag"]))).Status);
    }

    [Fact]
    public async Task Two_versions_stand_side_by_side()
    {
        var reply = (await _server.Get("models/beauty/compare?a=1&b=3")).Good;
        var usual = (await _server.Get("models/beauty/compare?case=camel")).Good;

        var line = reply["metrics"]![0]!;
        Assert.Equal(("ndcg@20", 0.10, 0.14, 0.04), (line["metric"]!.GetValue<string>(), line["a"]!.GetValue<double>(), line["b"]!.GetValue<double>(), Math.Round(line["difference"]!.GetValue<double>(), 6)));
        Assert.Equal((1, 3, true), (usual["a"]!.GetValue<int>(), usual["b"]!.GetValue<int>(), usual["sameData"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Gates_refuse_with_their_words_and_force_needs_a_reason()
    {
        var refused = await _server.Post("models/beauty/promote", """{"version":2}""");
        var unreasoned = await _server.Post("models/beauty/promote", """{"version":2,"force":true}""");

        Assert.Equal((409, "GATES_REFUSED", "version"), refused.Refusal);
        Assert.Contains("beats popularity: the version has no stored evaluation", refused.Message, StringComparison.Ordinal);
        Assert.Equal((422, "MISSING_PARAMETER", "reason"), unreasoned.Refusal);
        Assert.Equal(1, Model("beauty").Aliases[StoredModel.Production]);
    }

    [Fact]
    public async Task A_version_goes_live_by_force_and_back_again_and_the_history_says_who_and_why()
    {
        var forced = (await _server.Post("models/beauty/promote", """{"version":2,"force":true,"reason":"the catalogue must go live"}""")).Good;
        var back = (await _server.Post("models/beauty/rollback", """{"reason":"empty lists"}""")).Good;

        Assert.Equal((2, 1, true), (forced["version"]!.GetValue<int>(), forced["from"]!.GetValue<int>(), forced["forced"]!.GetValue<bool>()));
        Assert.Contains(forced["gates"]!.AsArray(), gate => !gate!["passed"]!.GetValue<bool>());
        Assert.Equal((1, 2), (back["version"]!.GetValue<int>(), back["from"]!.GetValue<int>()));
        Assert.Equal([("tester", "the catalogue must go live", true), ("tester", "empty lists", null)], Model("beauty").History.TakeLast(2).Select(entry => (entry.Who, entry.Why!, entry.Forced)));
    }

    [Theory]
    [InlineData("promote", "{}", 422, "MISSING_PARAMETER", "version")]
    [InlineData("promote", """{"version":99}""", 404, "NOT_FOUND", "version")]
    [InlineData("promote", """{"version":"2"}""", 422, "INVALID_PARAMETER", "version")]
    [InlineData("rollback", """{"alias":"candidate"}""", 409, "CONFLICT", null)]
    [InlineData("rollback", "{}", 409, "CONFLICT", null)]
    public async Task A_change_that_cannot_be_is_refused(string change, string body, int status, string code, string? parameter)
    {
        var reply = await _server.Post($"models/beauty/{change}", body);

        Assert.Equal((status, code, parameter), reply.Refusal);
        Assert.DoesNotContain(_server.Home, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models/beuty", "name", "Did you mean 'beauty'?")]
    [InlineData("models/BEAUTY", "name", "not allowed")]
    [InlineData("models/..%2F..%2Fetc", "name", "not allowed")]
    [InlineData("models/beauty/compare?a=9", "a", "It has: 1, 2, 3")]
    [InlineData("models/beauty/compare?b=nope", "b", "no alias 'nope'")]
    public async Task What_is_not_there_is_named(string path, string parameter, string said)
    {
        var reply = await _server.Get(path);

        Assert.Equal((404, "NOT_FOUND", parameter), reply.Refusal);
        Assert.Contains(said, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_version_does_not_hide_the_others()
    {
        File.WriteAllText(Path.Combine(Model("beauty").Folder, "0002", ModelManifest.FileName), "{");

        var versions = (await _server.Get("models/beauty")).Good["versions"]!.AsArray();

        Assert.NotNull(versions[1]!["fault"]);
        Assert.DoesNotContain(_server.Home, versions.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0.1, versions[2]!["metrics"]!["ndcg@20"]!.GetValue<double>());
    }

    StoredModel Model(string name) => HomeFolder.Open(_server.Home).Tenant("default").Models.Model(name);

    void Publish(string name, double metric)
    {
        var (model, trained) = (Model(name), _server.Shop.Trained);
        using var draft = model.Draft();
        ModelFolder.Fill(draft.Folder, trained);
        var manifest = new ModelManifest
        {
            Trainer = trained.Model.Kind, Options = [], Seed = 17, Dataset = "test", Snapshot = "test", Created = DateTime.UnixEpoch, Seconds = 1, PeakMb = 1, Engine = "0.1.0",
            Customers = trained.CustomerHashes.Count, Items = trained.Items.Count, Now = trained.Now, Metrics = new Dictionary<string, double> { ["ndcg@20"] = metric },
        };
        model.Publish(draft, manifest, new HistoryNote("setup", DateTime.UnixEpoch), default);
    }
}
