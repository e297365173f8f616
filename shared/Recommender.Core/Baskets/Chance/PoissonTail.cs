namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// Bounds on the tails of a count that is a sum of independent yes-or-no outcomes of unequal chances, from its mean alone. Beyond one
/// from the mean the Poisson tail is never below the true one (Hoeffding, 1956; Anderson and Samuels, 1967); nearer to the mean, where
/// nothing is decided, the bound of Markov stands in. So a p taken from here is never too small, and falls with every further basket.
/// </summary>
public static class PoissonTail
{
    const double Negligible = 1e-17;   // of the sum so far: what follows no longer changes a double

    /// <summary>At least the chance of <paramref name="count"/> or more where <paramref name="mean"/> are expected.</summary>
    public static double Upper(int count, double mean)
    {
        if (count <= 0) return 1;
        if (mean <= 0) return 0;
        return count >= mean + 1 ? Math.Min(1, Above(count, mean)) : Math.Min(1, mean / count);
    }

    /// <summary>At least the chance of <paramref name="count"/> or fewer where <paramref name="mean"/> are expected.</summary>
    public static double Lower(int count, double mean)
    {
        if (count < 0) return 0;
        if (count == 0) return Math.Exp(-Math.Max(0, mean));   // the product of all 1 - p is at most exp(-sum p)
        return count <= mean - 1 ? Math.Min(1, Below(count, mean)) : 1;
    }

    // P(k) (1 + m/(k+1) + m^2/((k+1)(k+2)) + ...)
    static double Above(int count, double mean)
    {
        var (sum, term) = (1.0, 1.0);
        for (double next = count + 1L; term > Negligible * sum; next++)
        {
            term *= mean / next;
            sum += term;
        }
        return sum * PoissonShare.Of(count, mean);
    }

    // P(k) (1 + k/m + k(k-1)/m^2 + ...)
    static double Below(int count, double mean)
    {
        var (sum, term) = (1.0, 1.0);
        for (double last = count; last > 0 && term > Negligible * sum; last--)
        {
            term *= last / mean;
            sum += term;
        }
        return sum * PoissonShare.Of(count, mean);
    }
}
