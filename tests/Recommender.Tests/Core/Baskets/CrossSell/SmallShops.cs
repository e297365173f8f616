using Recommender.Core.Baskets;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Baskets.CrossSell;

/// <summary>Small baskets for tests: made by hand or at random.</summary>
static class SmallShops
{
    public static BasketSet Of(int items, params int[][] baskets) => Of(items, baskets, []);

    public static BasketSet Of(int items, int[][] baskets, float[] weights)
    {
        var starts = new int[baskets.Length + 1];
        for (var basket = 0; basket < baskets.Length; basket++) starts[basket + 1] = starts[basket] + baskets[basket].Length;
        return new()
        {
            Lines = new(starts, baskets.SelectMany(basket => basket.Order()).ToArray(), default, items),
            Items = Vocabulary.Of(Enumerable.Range(0, items).Select(item => $"i{item:000}")),
            Weights = weights,
        };
    }

    /// <summary>Up to 60 baskets of up to 14 items, uneven in size and popularity; every second shop has weights.</summary>
    public static BasketSet Random(ulong seed)
    {
        var random = new RandomStream(seed);
        return Random(seed, random.Between(1, 14), random);
    }

    /// <summary>The same of 60 items, so that there are many more pairs than an item keeps.</summary>
    public static BasketSet Wide(ulong seed) => Random(seed, 60, new(seed));

    static BasketSet Random(ulong seed, int items, RandomStream random)
    {
        var count = random.Between(1, 60);
        var baskets = new int[count][];
        for (var basket = 0; basket < count; basket++)
        {
            var eager = random.NextDouble();
            baskets[basket] = [.. Enumerable.Range(0, items).Where(item => random.Chance(eager / (1 + item % 5)))];
        }
        return Of(items, baskets, seed % 2 == 0 ? [] : [.. baskets.Select(_ => random.NextFloat())]);
    }

    /// <summary>The baskets with both items and what they weigh, by looking into each.</summary>
    public static (int Count, double Sum) Shared(BasketSet baskets, int item, int other)
    {
        var (count, sum) = (0, 0.0);
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var row = baskets.Lines.RowIndices(basket);
            if (!row.Contains(item) || !row.Contains(other)) continue;

            count++;
            sum += baskets.Weights.IsEmpty ? 1 : baskets.Weights.Span[basket];
        }
        return (count, sum);
    }
}
