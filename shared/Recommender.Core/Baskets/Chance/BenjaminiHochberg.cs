namespace Recommender.Core.Baskets.Chance;

/// <summary>False discovery control by Benjamini and Hochberg (1995): whoever keeps all with q of at most 5 % keeps at most 5 % false ones in expectation.</summary>
public static class BenjaminiHochberg
{
    /// <summary>
    /// The q of each p, ascending. <paramref name="hypotheses"/> counts all that could have been tested, listed here or not:
    /// those left out, because their counts did not reach a floor, count as found in nobody's favour, with a p of 1.
    /// </summary>
    public static double[] Q(ReadOnlySpan<double> sorted, double hypotheses)
    {
        if (hypotheses < sorted.Length) throw new ArgumentOutOfRangeException(nameof(hypotheses), hypotheses, $"{sorted.Length} were tested.");
        return Ranked(sorted, hypotheses);
    }

    /// <summary>
    /// The q of hypotheses from several families: each p comes multiplied by what its family asks for, the family's hypotheses over its
    /// part of the budget, where all parts sum to 1 (weights after Genovese, Roeder and Wasserman, 2006).
    /// </summary>
    public static double[] OfFamilies(ReadOnlySpan<double> sorted) => Ranked(sorted, 1);

    // q(i) = min over j >= i of p(j) m / (j + 1)
    static double[] Ranked(ReadOnlySpan<double> sorted, double factor)
    {
        var q = new double[sorted.Length];
        var least = 1.0;
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            if (rank < sorted.Length && sorted[rank - 1] > sorted[rank]) throw new ArgumentException("The p must ascend.", nameof(sorted));
            least = Math.Min(least, sorted[rank - 1] * factor / rank);
            q[rank - 1] = least;
        }
        return q;
    }
}
