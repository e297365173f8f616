using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Trends;

/// <summary>
/// One pair in two periods. Where its tie is as strong in both, its baskets are spread over the periods like those expected: of n in all,
/// the second period gets each with the share e2 / (e1 + e2), whatever the strength. That is tested exactly, in both directions.
/// </summary>
readonly record struct PairChange(int Item, int Other, (int Before, int After) Count, (double Before, double After) Expected)
{
    double Odds => Expected.After / Expected.Before;

    double Share => Expected.After / (Expected.Before + Expected.After);

    /// <summary>Whether the second period has more of the pair's baskets than the first's tie would give.</summary>
    public bool IsRise => Count.After > (Count.Before + Count.After) * Share;

    /// <summary>Twice the tail that the pair lies in.</summary>
    public double P() => SplitTail.TwoSided(Count.After, Count.Before + Count.After, Share);

    /// <summary>Whether any outcome of so many baskets could reach this p: if not, the pair cannot be tested (Tarone, 1990).</summary>
    public bool CanReach(double p) => 2 * Math.Pow(Math.Min(Share, 1 - Share), Count.Before + Count.After) <= p;

    /// <summary>The change with its interval: that of the second period's share, turned into a ratio of lifts.</summary>
    public PairTrend Describe((int Before, int After) baskets, double q)
    {
        var (low, high) = Wilson.Of(Count.After, Count.Before + Count.After);
        return new()
        {
            Item = Item,
            Other = Other,
            Count = Count,
            Share = ((double)Count.Before / baskets.Before, (double)Count.After / baskets.After),
            Expected = Expected,
            Change = Math.Log((Count.After + 0.5) / (Count.Before + 0.5) / Odds),
            Low = Count.After == 0 ? null : Math.Log(low / (1 - low) / Odds),
            High = Count.Before == 0 ? null : Math.Log(high / (1 - high) / Odds),
            P = P(),
            Q = q,
        };
    }
}
