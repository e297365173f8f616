using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

[Collection(AloneCollection.Name)]
public sealed class PickUpTimeTests : PoolFixture
{
    [Fact]
    public async Task After_a_bad_version_the_next_good_one_is_live_within_a_second()
    {
        Open(new());
        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Beauty.Publish("b", alias: null);
        File.Delete(Path.Combine(Beauty.PathOf(2), "model.safetensors"));
        Beauty.PointAt(2);
        await Soon(() => Pool.Status()[0].Problem is not null);
        Beauty.Publish("c", alias: null);

        var clock = Stopwatch.StartNew();
        Beauty.PointAt(3);
        await Soon(() => Version() == 3);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
