using Recommender.Core.Baskets;
using Recommender.Storage.Baskets;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>Pairs as they are drawn, with their own baskets and lift: those of a longer rule or bundle that holds a pair are not the pair's.</summary>
static class PairFigures
{
    // More pairs than this are no picture.
    const int Most = 400;

    /// <summary>Each pair once, in the order given.</summary>
    public static IReadOnlyList<PairEdge> Of(BasketData data, IEnumerable<(int First, int Second)> pairs)
    {
        var (baskets, names) = (data.Baskets, new ItemNames(data));
        return [.. pairs.Select(pair => (Low: Math.Min(pair.First, pair.Second), High: Math.Max(pair.First, pair.Second))).Distinct().Take(Most).Select(pair => Edge(baskets, names, pair))];
    }

    static PairEdge Edge(BasketSet baskets, ItemNames names, (int Low, int High) pair)
    {
        var low = baskets.ItemBaskets.RowIndices(pair.Low);
        var high = baskets.ItemBaskets.RowIndices(pair.High);
        var both = 0;
        for (int at = 0, other = 0; at < low.Length && other < high.Length;)
        {
            if (low[at] == high[other]) both++;
            if (low[at] <= high[other]) at++;
            else other++;
        }
        return new(names[pair.Low], names[pair.High], both, (double)both * baskets.Count / ((double)low.Length * high.Length));
    }
}
