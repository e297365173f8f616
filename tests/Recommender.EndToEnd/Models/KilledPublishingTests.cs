using System.Diagnostics;
using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Models;

/// <summary>Publishing processes that the system ends without a word at any moment.</summary>
public sealed class KilledPublishingTests(TrainedShop shop) : IClassFixture<TrainedShop>
{
    [Fact]
    public Task Killed_at_any_of_6_moments_publishers_leave_whole_versions_only() => KillAsync(moments: 6, seed: 6);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task Killed_at_any_of_100_moments_publishers_leave_whole_versions_only() => KillAsync(moments: 100, seed: 100);

    async Task KillAsync(int moments, int seed)
    {
        using var place = new TemporaryHome();
        var home = place.Path("home");
        FolderContent.Copy(shop.Home, home);
        var duration = (await PublishAsync(home)).Elapsed;
        var model = new Recommender.Core.Store.ModelStore(Path.Combine(home, "models", "default")).Model("beauty");
        model.Promote(1, "production", new("ada", DateTime.UnixEpoch), TestContext.Current.CancellationToken);

        var random = new Random(seed);
        var published = 1;
        for (var moment = 0; moment < moments; moment++)
        {
            // Most of a run is start and training; what matters happens in its last third.
            await KillAsync(home, duration * (0.5 + 0.5 * (moment + random.NextDouble()) / moments));

            var report = (await shop.Console.RunAsync(home, "models", "verify", "--json")).Ends(0).Json;
            Assert.True(report.GetProperty("sound").GetBoolean());
            Assert.InRange(report.GetProperty("versions").GetInt32(), published, published + 1);
            published = report.GetProperty("versions").GetInt32();
            Assert.Equal(1, model.Resolve(null));
        }

        var last = (await PublishAsync(home)).Json.GetProperty("version").GetInt32();
        Assert.Equal(published + 1, last);
        Assert.Equal(Enumerable.Range(1, last), model.History.Where(entry => entry.Alias is null).Select(entry => entry.Version).Order());
        Assert.Empty(FolderContent.Leftovers(home));
        TestContext.Current.TestOutputHelper!.WriteLine($"{duration.TotalSeconds:0.0} s a run; {published - 1} of {moments} had published when they were killed");
    }

    async Task KillAsync(string home, TimeSpan delay)
    {
        var started = Stopwatch.GetTimestamp();
        using var publisher = shop.Console.Start(home, Publish);
        var left = delay - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, TestContext.Current.CancellationToken);
        publisher.Kill();
        await publisher.EndAsync();
    }

    async Task<Outcome> PublishAsync(string home) => (await shop.Console.RunAsync(home, Publish)).Ends(0);

    static string[] Publish => ["train", "--dataset", "shop", "--trainer", "popularity", "--publish", "beauty", "--json"];
}
