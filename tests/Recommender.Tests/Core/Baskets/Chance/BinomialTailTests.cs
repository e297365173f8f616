using Recommender.Core.Baskets.Chance;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Chance;

public sealed class BinomialTailTests
{
    [Fact]
    public void Equal_chances_have_exactly_this_tail_and_unequal_ones_none_above_it()
    {
        for (var seed = 1UL; seed <= 2_000; seed++)
        {
            var random = new RandomStream(seed);
            var (trials, highest, areEqual) = (random.Between(1, 40), random.NextDouble(), random.Chance(0.5));
            var chances = Enumerable.Range(0, trials).Select(_ => areEqual ? highest : highest * random.NextDouble()).ToArray();
            var (mean, exact) = (chances.Sum(), SumOfChances.Shares(chances));

            for (var count = 0; count <= trials; count++)
            {
                var (tail, bound) = (exact[count..].Sum(), BinomialTail.Upper(count, mean, trials));
                Assert.True(bound >= tail * (1 - 1e-11), $"seed {seed}, {count} or more: {bound} below {tail}");
                if (areEqual && count >= mean + 1) Assert.Equal(1, bound / tail, 1e-9);
                if (count > 0) Assert.True(bound <= BinomialTail.Upper(count - 1, mean, trials));
            }
        }
    }

    [Fact]
    public void It_is_never_above_the_tail_of_Poisson()
    {
        for (var mean = 0.01; mean < 200; mean *= 1.7)
        {
            for (var count = (int)mean + 2; count < 400; count++)
                Assert.True(BinomialTail.Upper(count, mean, 400) <= PoissonTail.Upper(count, mean) * (1 + 1e-12));
        }
    }
}
