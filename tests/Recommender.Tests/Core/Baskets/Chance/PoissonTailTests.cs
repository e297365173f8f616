using Recommender.Core.Baskets.Chance;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class PoissonTailTests
{
    [Theory]
    [InlineData(5, 1.0, 0.003659846827343768)]
    [InlineData(1, 0.01, 0.01)]
    [InlineData(0, 3.0, 1)]
    [InlineData(200, 100.0, 9.343150073e-19)]
    [InlineData(3, 0.0, 0)]
    public void The_upper_tail_is_that_of_the_table(int count, double mean, double tail) =>
        Assert.Equal(1, (PoissonTail.Upper(count, mean) + 1e-300) / (tail + 1e-300), 1e-8);

    [Fact]
    public void Beyond_one_from_the_mean_the_tails_are_the_sums_of_their_terms()
    {
        for (var mean = 0.05; mean < 60; mean *= 1.3)
        {
            var shares = new double[400];
            shares[0] = Math.Exp(-mean);
            for (var count = 1; count < shares.Length; count++) shares[count] = shares[count - 1] * mean / count;

            for (var count = 0; count < 120; count++)
            {
                if (count >= mean + 1 && shares[count] > 1e-280) Assert.Equal(1, PoissonTail.Upper(count, mean) / shares[count..].Reverse().Sum(), 1e-10);
                if (count <= mean - 1) Assert.Equal(1, PoissonTail.Lower(count, mean) / shares[..(count + 1)].Sum(), 1e-10);
            }
        }
    }

    [Fact]
    public void No_tail_is_below_that_of_any_sum_of_unequal_chances()
    {
        for (var seed = 1UL; seed <= 2_000; seed++)
        {
            var random = new RandomStream(seed);
            var highest = random.NextDouble();
            var chances = Enumerable.Range(0, random.Between(1, 40)).Select(_ => highest * random.NextDouble()).ToArray();
            var exact = SumOfChances.Shares(chances);

            for (var count = 0; count < exact.Length; count++)
            {
                Assert.True(PoissonTail.Upper(count, chances.Sum()) >= exact[count..].Sum() * (1 - 1e-12), $"seed {seed}, {count} or more");
                Assert.True(PoissonTail.Lower(count, chances.Sum()) >= exact[..(count + 1)].Sum() * (1 - 1e-12), $"seed {seed}, {count} or fewer");
            }
        }
    }

    [Fact]
    public void A_further_basket_never_makes_chance_more_likely()
    {
        for (var mean = 1e-6; mean < 1e5; mean *= 3.7)
        {
            for (var count = 1; count < 300; count++)
            {
                Assert.True(PoissonTail.Upper(count, mean) <= PoissonTail.Upper(count - 1, mean));
                Assert.True(PoissonTail.Lower(count, mean) >= PoissonTail.Lower(count - 1, mean));
            }
        }
    }

    [Fact]
    public void Large_counts_keep_their_precision()
    {
        // Wilson and Hilferty: the cube root of the count is nearly normal; good to a percent or so at 4 deviations.
        Assert.InRange(PoissonTail.Upper(1_004_000, 1_000_000), 3.1e-5, 3.3e-5);
        Assert.InRange(PoissonTail.Lower(996_000, 1_000_000), 3.1e-5, 3.3e-5);
    }
}
