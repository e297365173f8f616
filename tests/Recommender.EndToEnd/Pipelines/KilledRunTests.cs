using Recommender.EndToEnd.Data;
using Xunit;

namespace Recommender.EndToEnd.Pipelines;

/// <summary>A run that is killed leaves nothing half visible, and the next one goes on to the same bytes.</summary>
public sealed class KilledRunTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    [Fact]
    public Task Killed_at_any_of_4_moments_a_run_goes_on_to_the_same_bytes() => KillAsync(moments: 4);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task Killed_at_any_of_30_moments_a_run_goes_on_to_the_same_bytes() => KillAsync(moments: 30);

    async Task KillAsync(int moments)
    {
        using var undisturbed = new SmallShop(console);
        var whole = (await undisturbed.RunAsync()).Ends(0);
        var expected = undisturbed.Weights();
        var random = new Random(moments);
        for (var moment = 0; moment < moments; moment++)
        {
            using var shop = new SmallShop(console);
            await KillAfterAsync(shop, whole.Elapsed * ((moment + random.NextDouble()) / moments));
            Assert.All(shop.Model.Aliases.Values, version => Assert.Contains(version, shop.Model.Versions));
            if (shop.Model.Versions.Count > 0) (await shop.SayAsync("models", "verify")).Ends(0);

            (await shop.RunAsync()).Ends(0);
            Assert.Equal(expected, shop.Weights());
            Assert.Equal([1], shop.Model.Versions);
            Assert.Equal(1, shop.Model.Aliases["production"]);
        }
    }

    static async Task KillAfterAsync(SmallShop shop, TimeSpan delay)
    {
        using var run = shop.Start();
        await Task.Delay(delay, TestContext.Current.CancellationToken);
        run.Kill();
        await run.EndAsync();
    }
}
