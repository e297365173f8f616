namespace Recommender.Core.Baskets.CrossSell.Counting;

/// <summary>The partners that share clearly fewer baskets with an anchor than the popularity of both would give, those never met too.</summary>
sealed class ShortfallRow(int[] counts, int baskets, CrossSellOptions options)
{
    // Twice the log-likelihood ratio that chance exceeds once in a thousand times.
    const double Clear = 10.83;

    readonly int[] _partners = new int[options.Substitutes == 0 ? 0 : counts.Length];
    readonly int[] _found = new int[options.Substitutes == 0 ? 0 : counts.Length];
    int _kept;

    public ReadOnlySpan<int> Partners => _partners.AsSpan(0, _kept);

    public ReadOnlySpan<int> Counts => _found.AsSpan(0, _kept);

    /// <summary>How clear a shortfall is: 2 (n ln(n / e) - n + e), twice the log-likelihood ratio of n baskets where e were expected; 0 where there is none.</summary>
    public static double Clearness(int count, double expected) =>
        count >= expected ? 0 : 2 * ((count == 0 ? 0 : count * Math.Log(count / expected)) - count + expected);

    /// <summary>The most that an anchor can have: its partners of lower rank that are expected often enough.</summary>
    public static int Most(int rank, int[] counts, int baskets, CrossSellOptions options)
    {
        var (low, high, each) = (0, options.Substitutes == 0 ? 0 : rank, (double)counts[rank] / baskets);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (each * counts[middle] >= options.MinExpected) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Collects from the counters of all partners of lower rank. Popularity falls with the rank: who comes first may be expected often enough, and who comes after them not.</summary>
    public void Collect(int rank, ReadOnlySpan<int> shared)
    {
        _kept = 0;
        if (_partners.Length == 0 || counts[rank] == 0) return;

        var each = (double)counts[rank] / baskets;
        for (var partner = 0; partner < shared.Length && each * counts[partner] >= options.MinExpected; partner++)
        {
            if (Clearness(shared[partner], each * counts[partner]) < Clear) continue;

            (_partners[_kept], _found[_kept]) = (partner, shared[partner]);
            _kept++;
        }
    }
}
