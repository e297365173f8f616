using Recommender.Core.Baskets;

namespace Recommender.Benchmarks;

/// <summary>The plain program: two loops over every basket and a table of all pairs, on one thread.</summary>
static class ScalarPairs
{
    public static int[] Count(BasketSet baskets)
    {
        var items = baskets.ItemCount;
        var counts = new int[items * items];
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var row = baskets.Lines.RowIndices(basket);
            for (var first = 0; first < row.Length; first++)
            {
                for (var second = first + 1; second < row.Length; second++) counts[row[first] * items + row[second]]++;
            }
        }
        return counts;
    }
}
