using Recommender.Core.Baskets;
using Recommender.Core.Datasets;

namespace Recommender.Tests.Core.Baskets.Itemsets;

/// <summary>Random data sets of few items, of every kind that a shop could have.</summary>
sealed record SmallBaskets(uint[] Masks, int Items)
{
    /// <summary>The data set of a seed: sparse or dense, with more or fewer repeated baskets, empty ones and one with everything.</summary>
    public static SmallBaskets Random(int seed, int mostItems)
    {
        var random = new Random(seed);
        var items = random.Next(1, mostItems + 1);
        var count = random.Next(4) switch { 0 => random.Next(4), 1 => random.Next(30), 2 => random.Next(60, 140), _ => random.Next(300) };
        var densities = Enumerable.Range(0, items).Select(_ => Math.Pow(random.NextDouble(), random.Next(1, 4))).ToArray();
        var repeats = random.Next(3) * 0.4;
        var masks = new uint[count];
        for (var basket = 0; basket < count; basket++)
        {
            if (basket > 0 && random.NextDouble() < repeats) masks[basket] = masks[random.Next(basket)];
            else for (var item = 0; item < items; item++) masks[basket] |= random.NextDouble() < densities[item] ? 1u << item : 0;
        }
        if (count > 0 && random.Next(3) == 0) masks[random.Next(count)] = (1u << items) - 1;
        return new(masks, items);
    }

    public BasketSet ToSet() => Set(Masks.Length, Items,
        from basket in Enumerable.Range(0, Masks.Length)
        from item in Enumerable.Range(0, Items)
        where (Masks[basket] >> item & 1) == 1
        select (basket, item));

    public static BasketSet Set(int baskets, int items, IEnumerable<(int Basket, int Item)> lines) => new()
    {
        Lines = CsrMatrix.From(baskets, items, lines.Select(line => (line.Basket, line.Item, 1f))),
        Items = Vocabulary.Of(Enumerable.Range(0, items).Select(item => $"{item}")),
    };
}
