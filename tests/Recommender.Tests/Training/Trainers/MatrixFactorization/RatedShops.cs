using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

/// <summary>Shops whose customers rate.</summary>
static class RatedShops
{
    /// <summary>The shop where everybody gives 5 to what was bought, and 1 to what was not and has the other parity than the customer.</summary>
    public static Dataset ByPurchase(Dataset shop)
    {
        var bought = shop.CustomerItems(Weighting.Plain);
        return With(shop, Enumerable.Range(0, bought.Rows).SelectMany(customer =>
        {
            var own = bought.RowIndices(customer).ToArray();
            return from item in Enumerable.Range(0, bought.Columns)
                   where own.Contains(item) || (customer + item) % 2 == 1
                   select (customer, item, own.Contains(item) ? 5f : 1f);
        }));
    }

    /// <summary>A share of all pairs, each rated 3 + a·b and a little noise, where a and b are hidden vectors of customer and item.</summary>
    public static List<(int Customer, int Item, float Rating)> Planted(int customers, int items, int rank, double share)
    {
        var random = new RandomStream(23);
        double[][] Draw(int rows) => [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, rank).Select(_ => random.Normal()).ToArray())];
        var (a, b) = (Draw(customers), Draw(items));
        var ratings = new List<(int, int, float)>();
        for (var customer = 0; customer < customers; customer++)
        {
            for (var item = 0; item < items; item++)
            {
                if (random.NextDouble() < share) ratings.Add((customer, item, (float)(3 + a[customer].Zip(b[item], (x, y) => x * y).Sum() + 0.1 * random.Normal())));
            }
        }
        return ratings;
    }

    /// <summary>A shop that knows ratings only.</summary>
    public static Dataset Of(int customers, int items, IEnumerable<(int Customer, int Item, float Rating)> ratings) => With(Shops.Of(customers, items, []), ratings);

    static Dataset With(Dataset shop, IEnumerable<(int, int, float)> ratings) => new()
    {
        Name = shop.Name,
        Hash = shop.Hash,
        Customers = shop.Customers,
        Items = shop.Items,
        Baskets = shop.Baskets,
        Now = shop.Now,
        HasTimes = shop.HasTimes,
        Ratings = CsrMatrix.From(shop.Customers.Count, shop.Items.Count, ratings),
    };
}
