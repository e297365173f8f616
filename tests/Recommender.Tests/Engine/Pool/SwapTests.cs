using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

[Collection(AloneCollection.Name)]
public sealed class SwapTests : PoolFixture
{
    const int Readers = 4;

    [Fact]
    public Task Every_answer_during_300_swaps_comes_from_the_version_it_names() => Swap(300, TimeSpan.Zero);

    [Fact]
    [Trait("Kind", "Soak")]
    public Task Every_answer_during_10000_swaps_comes_from_the_version_it_names() => Swap(10_000, TimeSpan.FromMilliseconds(5));

    async Task Swap(int swaps, TimeSpan pause)
    {
        string[] marks = ["a", "b", "c"];
        foreach (var mark in marks) Beauty.Publish(mark, alias: null);
        Beauty.PointAt(1);
        var seen = Version();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(() => Read(marks, stop.Token), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var memory = 0L;
        for (var swap = 0; swap < swaps; swap++)
        {
            Beauty.PointAt(seen = seen % marks.Length + 1);
            await Pool.LookAsync(Token);
            Assert.Equal(seen, Version());
            if (swap == swaps / 4) memory = GC.GetTotalMemory(forceFullCollection: true);
            await Task.Delay(pause, Token);
        }
        await stop.CancelAsync();

        var read = await Task.WhenAll(readers);
        Assert.All(read, answers => Assert.True(answers > swaps / 10, $"A reader got {answers} answers only."));
        Assert.Empty(Log.Errors);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, memory + (8 << 20));
        AssertMapped(versions: 1);
        await Pool.DisposeAsync();
        AssertMapped(versions: 0);
    }

    // Returns how many answers it checked.
    int Read(string[] marks, CancellationToken stop)
    {
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
        {
            using var lease = Pool.TakeModel(Tenant, count % 2 == 0 ? "beauty" : null);
            var (version, mark) = (lease.Version, marks[lease.Version.Version - 1]);
            foreach (var (item, score) in version.Trained.Model.Recommend(Shopper.Stranger(History.Empty, 0, Repeats.Allowed), 5))
            {
                Assert.Equal($"{mark}-{item:00}", version.Items[item]);
                Assert.Equal(SmallVersions.ScoreOf(mark, item), score);
            }
        }
        return count;
    }

    void AssertMapped(int versions)
    {
        if (!OperatingSystem.IsLinux()) return;

        var folders = File.ReadLines("/proc/self/maps").Where(line => line.Contains(Beauty.Folder, StringComparison.Ordinal)).Select(line => Path.GetDirectoryName(line[line.IndexOf('/')..])).Distinct();
        Assert.Equal(versions, folders.Count());
    }
}
