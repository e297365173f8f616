using Recommender.Core.Baskets.Chance;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class GivenAntecedentTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void The_consequent_of_two_items_is_as_likely_as_counting_all_baskets_says(int size)
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var baskets = SizePopularityNullTests.OfOneSize(seed, size, baskets: 2_000, items: 10);
            var chance = SizePopularityNull.Fit(baskets, TestContext.Current.CancellationToken);
            var exact = new FixedSize([.. Enumerable.Range(0, 10).Select(item => chance.Share(size, item))], size);
            var given = new GivenAntecedent(chance, GivenAntecedent.SizeClasses(chance, baskets));

            for (var b = 1; b < 10; b++)
            {
                for (var c = 1; c < 10; c++)
                {
                    if (b == c) continue;
                    var antecedent = 1 | 1 << b;
                    var truth = exact.Holding(antecedent | 1 << c) / exact.Holding(antecedent);
                    Assert.InRange(given.Expected([0, b], [c], [0, 1, 2]) / (3 * truth), 0.93, 1.07);
                }
            }
        }
    }

    [Fact]
    public void A_basket_that_the_antecedent_fills_has_no_place_left()
    {
        var baskets = SizePopularityNullTests.OfOneSize(1, 3, baskets: 100, items: 8);
        var chance = SizePopularityNull.Fit(baskets, TestContext.Current.CancellationToken);
        var given = new GivenAntecedent(chance, GivenAntecedent.SizeClasses(chance, baskets));

        Assert.Equal(0, given.Expected([0, 1, 2], [3], [0, 1]));
        Assert.Equal(0, given.Expected([0, 1], [2, 3], [0, 1]));
    }
}
