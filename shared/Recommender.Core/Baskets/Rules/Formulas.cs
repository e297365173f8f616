using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>The measures of a rule that need more than a quotient; s(A) is nA / n.</summary>
static class Formulas
{
    /// <summary>s(AB) - s(A) s(B)</summary>
    public static double Leverage(RuleCounts c) => c.Support - c.Antecedent / c.Baskets * (c.Consequent / c.Baskets);

    /// <summary>(1 - s(B)) / (1 - confidence); infinite at confidence 1, which JSON and tables show as null.</summary>
    public static double Conviction(RuleCounts c) =>
        c.Both >= c.Antecedent ? double.PositiveInfinity : (1 - c.Consequent / c.Baskets) / (1 - c.Confidence);

    /// <summary>leverage / max(s(AB) (1 - s(A)), s(A) (s(B) - s(AB))); 0 where both are 0. From -1, never together, to 1.</summary>
    public static double Zhang(RuleCounts c)
    {
        var most = Math.Max(c.Both * (c.Baskets - c.Antecedent), c.Antecedent * (c.Consequent - c.Both));
        return most <= 0 ? 0 : (c.Both * c.Baskets - c.Antecedent * c.Consequent) / most;
    }

    /// <summary>nAB / sqrt(nA nB)</summary>
    public static double Cosine(RuleCounts c) => c.Both / Math.Sqrt(c.Antecedent * c.Consequent);

    /// <summary>nAB / (nA + nB - nAB)</summary>
    public static double Jaccard(RuleCounts c) => c.Both / (c.Antecedent + c.Consequent - c.Both);

    /// <summary>(nAB / nA + nAB / nB) / 2</summary>
    public static double Kulczynski(RuleCounts c) => (c.Both / c.Antecedent + c.Both / c.Consequent) / 2;

    /// <summary>|nA - nB| / (nA + nB - nAB)</summary>
    public static double Imbalance(RuleCounts c) => Math.Abs(c.Antecedent - c.Consequent) / (c.Antecedent + c.Consequent - c.Both);

    /// <summary>G2 = 2 sum O ln(O / E) over the four cells of with and without A by with and without B (Dunning, 1993).</summary>
    public static double LogLikelihood(RuleCounts c)
    {
        var (notA, notB) = (c.Baskets - c.Antecedent, c.Baskets - c.Consequent);
        return Math.Max(0, 2 * (Cell(c.Both, c.Antecedent, c.Consequent) + Cell(c.Antecedent - c.Both, c.Antecedent, notB)
            + Cell(c.Consequent - c.Both, notA, c.Consequent) + Cell(notB - c.Antecedent + c.Both, notA, notB)));

        double Cell(double observed, double row, double column) => observed <= 0 ? 0 : observed * Math.Log(observed * c.Baskets / (row * column));
    }

    /// <summary>Wilson's interval of nAB of n.</summary>
    public static (double Low, double High) SupportInterval(RuleCounts c) => Wilson.Of(c.Both, c.Baskets);

    /// <summary>Wilson's interval of nAB of nA.</summary>
    public static (double Low, double High) ConfidenceInterval(RuleCounts c) => Wilson.Of(c.Both, c.Antecedent);
}
