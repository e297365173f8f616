using Recommender.Core.Datasets;

namespace Recommender.Tests.Training.Trainers;

/// <summary>Small shops made for tests.</summary>
static class Shops
{
    public const int Noon = 20_000 * ShopBaskets.MinutesPerDay;

    /// <summary>Even customers buy even items, odd ones odd items, one item a day; each customer's own number is left out.</summary>
    public static Dataset Checkerboard(int size) => Of(size, size,
        from customer in Enumerable.Range(0, size)
        from item in Enumerable.Range(0, size)
        where item % 2 == customer % 2 && item != customer
        select new Purchase(customer, item, Noon + (item + customer) % size * ShopBaskets.MinutesPerDay, Order: item));

    /// <summary>A shop of these purchases; even and odd items have words of their own.</summary>
    public static Dataset Of(int customers, int items, IEnumerable<Purchase> purchases)
    {
        var baskets = BasketsBuilder.From(customers, items, purchases);
        return new()
        {
            Name = "test",
            Hash = "test",
            Customers = Vocabulary.Of(Enumerable.Range(0, customers).Select(customer => $"c{customer:D6}")),
            Items = Vocabulary.Of(Enumerable.Range(0, items).Select(item => $"i{item:D6}")),
            Baskets = baskets,
            Now = baskets.Count == 0 ? Noon : baskets.Times.ToArray().Max(),
            HasTimes = true,
            Catalogue = new() { Names = [.. Enumerable.Range(0, items).Select(item => $"{(item % 2 == 0 ? "even white" : "odd black")} shape{item / 2 % 5}")] },
        };
    }

    /// <summary>A shop of tastes: each customer buys mostly from one of <paramref name="tastes"/> groups of items, popular ones more often.</summary>
    public static Dataset Tasteful(int customers, int items, int tastes, int seed)
    {
        var random = new Random(seed);
        return Of(customers, items,
            from customer in Enumerable.Range(0, customers).ToArray()
            from basket in Enumerable.Range(0, 2 + random.Next(8)).ToArray()
            from line in Enumerable.Range(0, 1 + random.Next(5)).ToArray()
            let ofTaste = random.NextDouble() < 0.8
            let item = Math.Min(items - 1, (int)(items * random.NextDouble() * random.NextDouble()))
            select new Purchase(customer, ofTaste ? item / tastes * tastes + customer % tastes is var own && own < items ? own : item : item, Noon + basket * 7 * ShopBaskets.MinutesPerDay + random.Next(1000), Order: basket, 1 + random.Next(3), 1 + random.Next(50)));
    }
}
