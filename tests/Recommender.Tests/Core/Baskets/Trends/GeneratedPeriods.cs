using Recommender.Core.Baskets;
using Recommender.Core.Numerics;
using Recommender.Tests.Core.Baskets.CrossSell;

namespace Recommender.Tests.Core.Baskets.Trends;

/// <summary>One period of a made-up shop: uneven popularity and basket sizes, and pairs that are bought together beyond that.</summary>
sealed record GeneratedPeriods(int Items, int Baskets)
{
    /// <summary>
    /// Baskets of independent items, whose popularity differs from one <paramref name="mood"/> to the next. The items of a pair are equally
    /// popular, and with its strength one is bought exactly where the other is: that ties them and leaves everything else as it was.
    /// </summary>
    public BasketSet Period(ulong seed, ulong mood, double eagerness, params (int Item, int Other, double Strength)[] pairs)
    {
        var popularity = new RandomStream(mood, 1);
        double[] shares = [.. Enumerable.Range(0, Items).Select(item => .15 / (1 + item % 7) * (.3 + 1.4 * popularity.NextDouble()))];
        foreach (var (item, other, _) in pairs) shares[other] = shares[item];
        var baskets = new int[Baskets][];
        for (var basket = 0; basket < Baskets; basket++)
        {
            var random = new RandomStream(seed, 2, (ulong)basket);
            var size = eagerness * random.Exponential();
            bool[] row = [.. shares.Select(share => random.Chance(Math.Min(.9, share * size)))];
            foreach (var (item, other, strength) in pairs)
            {
                if (random.Chance(strength)) row[other] = row[item];
            }
            baskets[basket] = [.. Enumerable.Range(0, Items).Where(item => row[item])];
        }
        return SmallShops.Of(Items, baskets);
    }
}
