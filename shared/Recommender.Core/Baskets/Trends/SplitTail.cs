using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Trends;

/// <summary>How surprising it is that so many of all fell to one side, where each does with the same chance: the exact binomial tails.</summary>
static class SplitTail
{
    const double Negligible = 1e-17;   // of the sum so far

    /// <summary>Twice the tail on the side where <paramref name="count"/> of <paramref name="all"/> lies, at most 1.</summary>
    public static double TwoSided(int count, int all, double share)
    {
        if (all == 0 || count == all * share) return 1;

        return Math.Min(1, 2 * (count > all * share ? AtLeast(count, all, share) : AtLeast(all - count, all, 1 - share)));
    }

    // P(k) (1 + (n-k)/(k+1) s/(1-s) + ...): the terms fall from the start, because k lies above the mean.
    static double AtLeast(int count, int all, double share)
    {
        var (sum, term, odds) = (1.0, 1.0, share / (1 - share));
        for (var next = count; next < all && term > Negligible * sum; next++)
        {
            term *= odds * (all - next) / (next + 1.0);
            sum += term;
        }

        // Two Poisson counts with the means n s and n (1 - s), given that their sum is n.
        return sum * PoissonShare.Of(count, all * share) * PoissonShare.Of(all - count, all * (1 - share)) / PoissonShare.Of(all, all);
    }
}
