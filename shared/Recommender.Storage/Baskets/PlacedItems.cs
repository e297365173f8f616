using Recommender.Core.Baskets;
using Recommender.Storage.Datasets;

namespace Recommender.Storage.Baskets;

/// <summary>The items of all baskets by the numbers in which they came; basket b has <c>items[starts[b]..starts[b + 1]]</c>.</summary>
sealed record PlacedItems(int[] Starts, int[] Items)
{
    /// <summary>Items in the order of their names, ascending in each basket, each once. The arrays are changed where they stand.</summary>
    public BasketSet ToSet(NameTable names, CancellationToken cancellationToken)
    {
        var (vocabulary, places) = names.Sorted();
        var kept = 0;
        for (var basket = 0; basket + 1 < Starts.Length; basket++)
        {
            if (basket % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var items = Items.AsSpan(Starts[basket]..Starts[basket + 1]);
            foreach (ref var item in items) item = places[item];
            items.Sort();
            Starts[basket] = kept;
            for (var at = 0; at < items.Length; at++)
            {
                if (at == 0 || items[at] != items[at - 1]) Items[kept++] = items[at];
            }
        }
        Starts[^1] = kept;
        return new() { Lines = new(Starts, Items.AsMemory(0, kept), default, vocabulary.Count), Items = vocabulary };
    }
}
