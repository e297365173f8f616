namespace Recommender.Core.Evaluation.Metrics;

/// <summary>What a hit is worth by its rank: 1 / log2(rank + 1), rank from 1.</summary>
static class Discount
{
    /// <summary>The largest cutoff: a list is a page or two, not the catalogue.</summary>
    public const int Ranks = 1000;

    static readonly double[] Values = [.. Enumerable.Range(0, Ranks).Select(rank => 1 / Math.Log2(rank + 2))];
    static readonly double[] Sums = Summed();

    /// <summary>The worth of a rank counted from 0.</summary>
    public static double At(int rank) => Values[rank];

    /// <summary>The worth of the first <paramref name="ranks"/> ranks together.</summary>
    public static double Sum(int ranks) => Sums[ranks];

    static double[] Summed()
    {
        var sums = new double[Ranks + 1];
        for (var rank = 0; rank < Ranks; rank++) sums[rank + 1] = sums[rank] + Values[rank];
        return sums;
    }
}
