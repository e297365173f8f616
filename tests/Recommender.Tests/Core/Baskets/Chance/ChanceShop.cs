using Recommender.Core.Baskets;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Baskets.Chance;

/// <summary>Baskets without any planted pair: uneven sizes, uneven popularity, drawn item by item without putting one back.</summary>
static class ChanceShop
{
    /// <summary>Items whose popularity falls like 1 / rank, baskets of 1 up to <paramref name="largest"/> items, most of them small.</summary>
    public static BasketSet Draw(ulong seed, int baskets, int items, int largest)
    {
        var random = new RandomStream(seed);
        var popularity = Enumerable.Range(1, items).Select(rank => 1.0 / rank).ToArray();
        var lines = new SparseRowsBuilder(hasValues: false);
        for (var basket = 0; basket < baskets; basket++)
        {
            var size = Math.Min(Math.Min(largest, items), 1 + (int)(random.Exponential() * random.Exponential() * largest / 8));
            foreach (var item in Pick(popularity, size, random).Order()) lines.Add(item, 1);
            lines.EndRow();
        }
        return new() { Lines = lines.Build(items), Items = Named(items) };
    }

    /// <summary>Any baskets at all, empty and full ones too.</summary>
    public static BasketSet DrawAny(ulong seed, int mostBaskets, int mostItems)
    {
        var random = new RandomStream(seed);
        var (baskets, items) = (random.Between(1, mostBaskets), random.Between(1, mostItems));
        var popularity = Enumerable.Range(0, items).Select(_ => random.NextDouble() * random.NextDouble() * 1.3).ToArray();
        var lines = new SparseRowsBuilder(hasValues: false);
        for (var basket = 0; basket < baskets; basket++)
        {
            var eager = random.Between(0.3, 1.5);
            for (var item = 0; item < items; item++)
            {
                if (random.Chance(Math.Min(1, popularity[item] * eager))) lines.Add(item, 1);
            }
            lines.EndRow();
        }
        return new() { Lines = lines.Build(items), Items = Named(items) };
    }

    /// <summary>Items called by their letters.</summary>
    public static Vocabulary Named(int items) => Vocabulary.Of(Enumerable.Range(0, items).Select(item => $"{(char)('a' + item % 26)}{item / 26}"));

    static HashSet<int> Pick(double[] popularity, int size, RandomStream random)
    {
        var sums = popularity.ToArray();
        for (var item = 1; item < sums.Length; item++) sums[item] += sums[item - 1];
        var picked = new HashSet<int>();
        while (picked.Count < size)
        {
            var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
            picked.Add(Math.Min(at < 0 ? ~at : at, sums.Length - 1));
        }
        return picked;
    }
}
