using Recommender.Storage.Generation;
using Xunit;

namespace Recommender.Tests.Storage.Generation;

[Collection(AloneCollection.Name)]
public sealed class FlatMemoryTests
{
    [Theory]
    [InlineData(ShopNames.Beauty)]
    [InlineData(ShopNames.Distributor)]
    public void Ten_times_the_lines_need_hardly_more_memory(string shop)
    {
        var small = MostLiveBytes(shop, 100_000);
        var large = MostLiveBytes(shop, 1_000_000);

        Assert.True(large - small < 16 << 20, $"{small >> 20} MB for 100,000 lines, {large >> 20} MB for 1,000,000");
    }

    /// <summary>The most that is alive in the heap of this process, looked at now and then while the shop is made.</summary>
    static long MostLiveBytes(string shop, long lines)
    {
        var watch = new Watch(lines / 10);
        var root = Directory.CreateTempSubdirectory("demo-shop-").FullName;
        try
        {
            ShopGenerator.Generate(new() { Shop = shop, Lines = lines }, Path.Combine(root, "shop"), watch, TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
        return watch.Most;
    }

    sealed class Watch(long every) : IProgress<GenerateProgress>
    {
        long _next;

        public long Most { get; private set; }

        public void Report(GenerateProgress value)
        {
            if (value.Lines < _next) return;

            _next = value.Lines + every;
            Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
