namespace Recommender.Core.Evaluation.Metrics;

/// <summary>
/// Whether what is recommended came true. With h(r) = 1 when rank r (from 1) is a hit, k the cutoff and n the number of targets.
/// </summary>
static class Accuracy
{
    /// <summary>Σ h(r) / k.</summary>
    public static double Precision(RankedList list, int cutoff) => (double)Hits(list, cutoff) / cutoff;

    /// <summary>Σ h(r) / n.</summary>
    public static double Recall(RankedList list, int cutoff) => (double)Hits(list, cutoff) / list.Targets.Length;

    /// <summary>Σ h(r) / min(k, n): 1 can be reached by everybody.</summary>
    public static double RecallOfReachable(RankedList list, int cutoff) => (double)Hits(list, cutoff) / Math.Min(cutoff, list.Targets.Length);

    /// <summary>1 when anything within the cutoff came true, else 0; its mean is the share of persons with a hit.</summary>
    public static double Hit(RankedList list, int cutoff) => list.HitsWithin(cutoff).Contains(true) ? 1 : 0;

    /// <summary>1 / rank of the first hit, 0 without one.</summary>
    public static double ReciprocalRank(RankedList list, int cutoff) => list.HitsWithin(cutoff).IndexOf(true) is >= 0 and var first ? 1.0 / (first + 1) : 0;

    /// <summary>Σ h(r) · (hits up to r) / r, over min(k, n).</summary>
    public static double AveragePrecision(RankedList list, int cutoff)
    {
        var hits = list.HitsWithin(cutoff);
        var (found, sum) = (0, 0.0);
        for (var rank = 0; rank < hits.Length; rank++)
        {
            if (hits[rank]) sum += (double)++found / (rank + 1);
        }
        return sum / Math.Min(cutoff, list.Targets.Length);
    }

    /// <summary>Σ h(r) / log2(r + 1), over the same sum when the first min(k, n) ranks are all hits.</summary>
    public static double DiscountedGain(RankedList list, int cutoff)
    {
        var hits = list.HitsWithin(cutoff);
        var gain = 0.0;
        for (var rank = 0; rank < hits.Length; rank++)
        {
            if (hits[rank]) gain += Discount.At(rank);
        }
        return gain / Discount.Sum(Math.Min(cutoff, list.Targets.Length));
    }

    static int Hits(RankedList list, int cutoff) => list.HitsWithin(cutoff).Count(true);
}
