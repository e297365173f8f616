using Recommender.Training.Experiments;
using Xunit;

namespace Recommender.Tests.Training.Experiments;

public sealed class AskedMiningTests
{
    [Theory]
    [InlineData(0.001, 9_835, 10)]
    [InlineData(0.0005, 9_835, 5)]
    [InlineData(0.07, 100, 7)]
    [InlineData(1, 12, 12)]
    [InlineData(1e-300, 1_000, 1)]
    [InlineData(0.01, 0, 1)]
    public void A_share_becomes_the_smallest_count_that_reaches_it(double share, int baskets, int count) =>
        Assert.Equal(count, new AskedMining(new() { MinCount = 1 }, MinCount: null, share).Options(baskets).MinCount);
}
