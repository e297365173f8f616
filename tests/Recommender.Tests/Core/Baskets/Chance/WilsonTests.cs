using Recommender.Core.Baskets.Chance;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(0, 10, 0, 0.2775327998628899)]
    [InlineData(10, 10, 0.7224672001371107, 1)]
    [InlineData(5, 10, 0.236593090512564, 0.763406909487436)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_that_of_the_formula(double hits, double trials, double low, double high)
    {
        var found = Wilson.Of(hits, trials);

        Assert.Equal(low, found.Low, 1e-9);
        Assert.Equal(high, found.High, 1e-9);
    }
}
