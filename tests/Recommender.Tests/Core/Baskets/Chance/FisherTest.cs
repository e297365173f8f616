namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>Fisher's exact test of independent items, the usual one, which knows nothing of basket sizes.</summary>
static class FisherTest
{
    /// <summary>The chance of <paramref name="both"/> or more baskets with both items.</summary>
    public static double Upper(int baskets, int a, int b, int both)
    {
        var tail = 0.0;
        for (var count = both; count <= Math.Min(a, b); count++)
            tail += Math.Exp(LogChoose(a, count) + LogChoose(baskets - a, b - count) - LogChoose(baskets, b));
        return Math.Min(1, tail);
    }

    static double LogChoose(int n, int k)
    {
        if (k < 0 || k > n) return double.NegativeInfinity;
        var sum = 0.0;
        for (var factor = 1; factor <= k; factor++) sum += Math.Log((n - k + factor) / (double)factor);
        return sum;
    }
}
