namespace Recommender.Core.Baskets.Chance;

/// <summary>The chance of one count under a Poisson distribution, to nearly full precision for any count (Loader, 2000).</summary>
static class PoissonShare
{
    const double Near = 0.1;   // of the sum: nearer than that a series replaces the difference of near numbers

    // ln k! - (k + 1/2) ln k + k - ln sqrt(2 pi), where its series is not yet exact.
    static readonly double[] SmallErrors = [.. Enumerable.Range(0, 16).Select(SmallError)];

    /// <summary>e^-m m^k / k!</summary>
    public static double Of(int count, double mean)
    {
        if (mean <= 0) return count == 0 ? 1 : 0;
        return count == 0 ? Math.Exp(-mean) : Math.Exp(-StirlingError(count) - Deviance(count, mean)) / Math.Sqrt(2 * Math.PI * count);
    }

    static double SmallError(int count)
    {
        if (count == 0) return 0;
        var factorial = 1.0;
        for (var factor = 2; factor <= count; factor++) factorial *= factor;
        return Math.Log(factorial) - (count + 0.5) * Math.Log(count) + count - 0.5 * Math.Log(2 * Math.PI);
    }

    /// <summary>ln k! less Stirling's first terms.</summary>
    public static double StirlingError(int count)
    {
        if (count < SmallErrors.Length) return SmallErrors[count];
        var square = 1.0 / ((double)count * count);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / count;
    }

    /// <summary>k ln(k/m) + m - k; near m by v = (k - m) / (k + m): k ln(k/m) = 2 k (v + v^3/3 + ...).</summary>
    public static double Deviance(double count, double mean)
    {
        var difference = count - mean;
        if (Math.Abs(difference) >= Near * (count + mean)) return count * Math.Log(count / mean) - difference;

        var v = difference / (count + mean);
        var sum = difference * v;
        var power = 2 * count * v;
        for (var odd = 3; ; odd += 2)
        {
            power *= v * v;
            var longer = sum + power / odd;
            if (longer.Equals(sum)) return sum;
            sum = longer;
        }
    }
}
