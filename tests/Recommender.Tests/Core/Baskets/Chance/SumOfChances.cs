namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>The distribution of how many of some independent outcomes happen, one folded in after the other.</summary>
static class SumOfChances
{
    public static double[] Shares(double[] chances)
    {
        var shares = new double[chances.Length + 1];
        shares[0] = 1;
        foreach (var chance in chances)
        {
            for (var count = chances.Length; count > 0; count--) shares[count] = shares[count] * (1 - chance) + shares[count - 1] * chance;
            shares[0] *= 1 - chance;
        }
        return shares;
    }
}
