using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>
/// A shop of any size whose items sell by a power law and whose customers buy exponentially many of them, each item once, in baskets of
/// several lines.
/// </summary>
sealed record PowerLawShop(int Customers, int Items, int PairsEach)
{
    const int LinesEach = 4;

    public Dataset Create(int seed)
    {
        // By rank u^3 of the items: one in a hundred sells a fifth of all. Their numbers are in no order, as ids are.
        var items = new int[Items];
        for (var item = 0; item < Items; item++) items[item] = item;
        new RandomStream((ulong)seed, 1).Shuffle<int>(items);

        var builder = new BasketsBuilder(Customers, Items, Customers * (PairsEach / LinesEach + 1));
        for (var customer = 0; customer < Customers; customer++)
        {
            var pairs = Pairs(seed, customer);
            for (var first = 0; first < pairs; first += LinesEach) builder.AddBasket(customer, first * ShopBaskets.MinutesPerDay, Math.Min(LinesEach, pairs - first));
        }
        Fill(builder, seed, items);
        return new()
        {
            Name = "generated",
            Hash = $"generated-{seed}",
            Customers = Vocabulary.Of([]),
            Items = Vocabulary.Of([]),
            Baskets = builder.Build(),
            Now = Items * ShopBaskets.MinutesPerDay,
            HasTimes = true,
        };
    }

    void Fill(BasketsBuilder builder, int seed, int[] items)
    {
        var lastBuyer = new int[Items];
        lastBuyer.AsSpan().Fill(-1);
        var basket = 0;
        for (var customer = 0; customer < Customers; customer++)
        {
            var random = new RandomStream((ulong)seed, 3, (ulong)customer);
            var pairs = Pairs(seed, customer);
            for (var pair = 0; pair < pairs; pair++)
            {
                int item;
                do
                {
                    var u = random.NextDouble();
                    item = items[(int)(Items * u * u * u)];
                }
                while (lastBuyer[item] == customer);
                lastBuyer[item] = customer;
                if (pair > 0 && pair % LinesEach == 0) basket++;
                builder.AddLine(basket, item);
            }
            basket++;
        }
    }

    int Pairs(int seed, int customer) =>
        Math.Min(Items / 2, 1 + (int)((PairsEach - 0.5) * new RandomStream((ulong)seed, 2, (ulong)customer).Exponential()));
}
