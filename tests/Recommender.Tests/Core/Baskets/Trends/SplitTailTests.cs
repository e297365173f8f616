using Recommender.Core.Baskets.Trends;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Trends;

public sealed class SplitTailTests
{
    [Fact]
    public void The_tail_is_the_sum_of_the_binomial_chances_beyond_what_was_seen()
    {
        foreach (var share in (double[])[.01, .2, .5, .83, .999])
        {
            for (var all = 1; all <= 40; all++)
            {
                for (var count = 0; count <= all; count++)
                {
                    var above = Enumerable.Range(count, all - count + 1).Sum(hits => Chance(hits, all, share));
                    var below = Enumerable.Range(0, count + 1).Sum(hits => Chance(hits, all, share));
                    var expected = count == all * share ? 1 : Math.Min(1, 2 * (count > all * share ? above : below));

                    Assert.Equal(expected, SplitTail.TwoSided(count, all, share), 1e-10 * expected + 1e-300);
                }
            }
        }
    }

    [Fact]
    public void Large_counts_keep_their_precision()
    {
        // Normal to first order: 3 standard deviations of a fair split of a million.
        Assert.InRange(SplitTail.TwoSided(501_500, 1_000_000, .5), .0026, .0028);
        Assert.InRange(SplitTail.TwoSided(600_000, 1_000_000, .5), 0, 1e-300);
        Assert.Equal(1, SplitTail.TwoSided(0, 0, .5));
    }

    static double Chance(int hits, int all, double share)
    {
        var chance = 1.0;
        for (var hit = 1; hit <= hits; hit++) chance *= (double)(all - hits + hit) / hit;
        return chance * Math.Pow(share, hits) * Math.Pow(1 - share, all - hits);
    }
}
