using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// The interval of a lift, 95 %: from Wilson's intervals of the confidence and of the consequent's share, joined on the log scale as
/// those of two correlated numbers (Donner and Zou, 2012). So it is sound for few baskets and keeps the share's own uncertainty.
/// </summary>
public static class LiftInterval
{
    /// <summary>The lowest and the highest lift that the counts agree with.</summary>
    public static (double Low, double High) Of(RuleCounts counts)
    {
        if (counts.Antecedent <= 0 || counts.Consequent <= 0) return (0, double.PositiveInfinity);

        var confidence = Wilson.Of(counts.Both, counts.Antecedent);
        var share = Wilson.Of(counts.Consequent, counts.Baskets);
        if (counts.Both <= 0) return (0, confidence.High / share.Low);

        var (c, s) = (Math.Log(counts.Confidence), Math.Log(counts.Consequent / counts.Baskets));
        var correlation = Correlation(counts);
        var low = Distance(c - Math.Log(confidence.Low), Math.Log(share.High) - s, correlation);
        var high = Distance(Math.Log(confidence.High) - c, s - Math.Log(share.Low), correlation);
        return (Math.Exp(c - s - low), Math.Exp(c - s + high));
    }

    static double Distance(double a, double b, double correlation) => Math.Sqrt(Math.Max(0, a * a + b * b - 2 * correlation * a * b));

    // Of ln confidence and ln share: variances 1/nAB - 1/nA and 1/nB - 1/n, covariance 1/nB - lift/n.
    static double Correlation(RuleCounts c)
    {
        var product = (1 / c.Both - 1 / c.Antecedent) * (1 / c.Consequent - 1 / c.Baskets);
        return product <= 0 ? 0 : Math.Clamp((1 / c.Consequent - c.Lift / c.Baskets) / Math.Sqrt(product), -1, 1);
    }
}
