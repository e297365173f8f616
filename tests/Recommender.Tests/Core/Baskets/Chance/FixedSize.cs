using System.Numerics;

namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>Baskets of one fixed size in which every item has its share and all else is random: all subsets, weighted by products, counted one by one.</summary>
static class FixedSize
{
    /// <summary>The chance of each pair, the items' own on the diagonal.</summary>
    public static double[,] Pairs(double[] shares, int size)
    {
        var weights = shares.Select(share => share / (1 - share)).ToArray();
        double[,] pairs;
        do
        {
            pairs = Pairs(weights, shares.Length, size);
            for (var item = 0; item < shares.Length; item++) weights[item] *= shares[item] * (1 - pairs[item, item]) / (pairs[item, item] * (1 - shares[item]));
        }
        while (Enumerable.Range(0, shares.Length).Any(item => Math.Abs(pairs[item, item] - shares[item]) > 1e-10));
        return pairs;
    }

    static double[,] Pairs(double[] weights, int items, int size)
    {
        var (pairs, total) = (new double[items, items], 0.0);
        for (var basket = 0; basket < 1 << items; basket++)
        {
            if (BitOperations.PopCount((uint)basket) != size) continue;

            var held = Enumerable.Range(0, items).Where(item => (basket >> item & 1) == 1).ToArray();
            var weight = held.Aggregate(1.0, (product, item) => product * weights[item]);
            total += weight;
            foreach (var i in held)
            {
                foreach (var j in held) pairs[i, j] += weight;
            }
        }
        for (var i = 0; i < items; i++)
        {
            for (var j = 0; j < items; j++) pairs[i, j] /= total;
        }
        return pairs;
    }
}
