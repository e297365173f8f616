using Recommender.Core.Baskets.Rules;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Rules;

public sealed class LiftIntervalTests
{
    const int Rounds = 4_000;

    [Theory]
    [InlineData(0.04, 0.04, 14, 1000)]
    [InlineData(0.04, 0.04, 6, 1000)]
    [InlineData(0.04, 0.04, 2.5, 3000)]
    [InlineData(0.04, 0.04, 1, 20000)]
    [InlineData(0.3, 0.4, 1.2, 300)]
    [InlineData(0.3, 0.4, 0.7, 1000)]
    [InlineData(0.01, 0.2, 2, 3000)]
    [InlineData(0.2, 0.01, 2, 3000)]
    [InlineData(0.01, 0.01, 20, 5000)]
    [InlineData(0.02, 0.5, 1.9, 1000)]
    public void The_true_lift_lies_inside_in_95_of_100_samples(double shareA, double shareB, double lift, int baskets)
    {
        var random = new RandomStream(11);
        var both = lift * shareA * shareB;
        var (inside, sampled) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b, ab) = (0, 0, 0);
            for (var basket = 0; basket < baskets; basket++)
            {
                var u = random.NextDouble();
                if (u < both) ab++;
                if (u < shareA) a++;
                if (u < both || (u >= shareA && u < shareA + shareB - both)) b++;
            }
            if (a == 0 || b == 0) continue;

            sampled++;
            var (low, high) = LiftInterval.Of(new(baskets, a, b, ab));
            if (low <= lift && lift <= high) inside++;
        }
        Assert.InRange((double)inside / sampled, 0.94, 0.985);
    }

    [Fact]
    public void Items_never_bought_together_can_still_have_a_lift() => Assert.InRange(LiftInterval.Of(new(1000, 20, 30, 0)).High, 1, 20);
}
