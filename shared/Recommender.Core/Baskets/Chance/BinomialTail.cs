namespace Recommender.Core.Baskets.Chance;

/// <summary>
/// A bound on the upper tail of a sum of so many independent outcomes of unequal chances: beyond one from the mean that of equal chances
/// is never below it (Hoeffding, 1956), and nearer than Poisson's where the chances are not small. Below, Markov's bound stands in.
/// </summary>
static class BinomialTail
{
    const double Negligible = 1e-17;   // of the sum so far

    /// <summary>At least the chance of <paramref name="count"/> or more of <paramref name="trials"/> where <paramref name="mean"/> are expected.</summary>
    public static double Upper(int count, double mean, int trials)
    {
        if (count <= 0 || mean >= trials) return 1;
        if (mean <= 0 || count > trials) return 0;
        return count >= mean + 1 ? Math.Min(1, Above(count, mean, trials)) : Math.Min(1, mean / count);
    }

    // P(k) (1 + (n-k)/(k+1) p/q + ...)
    static double Above(int count, double mean, int trials)
    {
        var odds = mean / (trials - mean);
        var (sum, term) = (1.0, 1.0);
        for (var next = count; next < trials && term > Negligible * sum; next++)
        {
            term *= odds * (trials - next) / (next + 1.0);
            sum += term;
        }
        return sum * Share(count, mean, trials);
    }

    static double Share(int count, double mean, int trials)
    {
        if (count == trials) return Math.Pow(mean / trials, trials);

        var rest = trials - count;
        var exponent = PoissonShare.StirlingError(trials) - PoissonShare.StirlingError(count) - PoissonShare.StirlingError(rest)
            - PoissonShare.Deviance(count, mean) - PoissonShare.Deviance(rest, trials - mean);
        return Math.Exp(exponent) * Math.Sqrt(trials / (2 * Math.PI * count * rest));
    }
}
