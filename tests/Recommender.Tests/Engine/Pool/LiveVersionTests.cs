using Recommender.Core.Models.Folders;
using Recommender.Engine.Pool;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

public sealed class LiveVersionTests : PoolFixture
{
    [Fact]
    public async Task A_version_is_unmapped_once_and_never_while_somebody_holds_it()
    {
        Beauty.Publish("a");
        for (var round = 0; round < 200; round++)
        {
            var gone = 0;
            var version = new LiveModel(ModelFolder.Open(Beauty.PathOf(1), Token)) { Gone = _ => Interlocked.Increment(ref gone) };
            var readers = Enumerable.Range(0, 6).Select(reader => Task.Run(() => Read(version, () => gone), Token)).ToArray();
            if (round % 2 == 0) await Task.Yield();
            version.LetGo();
            await Task.WhenAll(readers);

            Assert.Equal(1, gone);
            Assert.False(version.TryHold());
        }
    }

    // Until it can be held no more.
    static void Read(LiveVersion version, Func<int> gone)
    {
        for (var time = 0; time < 500 && version.TryHold(); time++)
        {
            Assert.Equal("a-00", version.Items[0]);
            Assert.Equal(0, gone());
            version.LetGo();
        }
    }
}
