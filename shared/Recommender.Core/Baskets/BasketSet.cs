using Recommender.Core.Datasets;

namespace Recommender.Core.Baskets;

/// <summary>Baskets as they are mined, whoever bought them: each lists its items once, ascending.</summary>
public sealed class BasketSet
{
    readonly Lazy<CsrMatrix> _itemBaskets;

    public BasketSet() => _itemBaskets = new(() => Lines!.Transpose());

    /// <summary>Baskets by items, binary.</summary>
    public required CsrMatrix Lines { get; init; }

    /// <summary>The items' ids.</summary>
    public required Vocabulary Items { get; init; }

    /// <summary>How much each basket counts, by its age; empty where all count alike.</summary>
    public ReadOnlyMemory<float> Weights { get; init; }

    /// <summary>When each basket was bought, in minutes since 1970; empty where the data has no times.</summary>
    public ReadOnlyMemory<int> Times { get; init; }

    /// <summary>
    /// Baskets of customer c: <c>CustomerStarts[c]..CustomerStarts[c + 1]</c>; what follows the last is anonymous. Empty where nobody knows
    /// who bought.
    /// </summary>
    public ReadOnlyMemory<int> CustomerStarts { get; init; }

    /// <summary>How many baskets.</summary>
    public int Count => Lines.Rows;

    /// <summary>Items that can stand in a basket.</summary>
    public int ItemCount => Lines.Columns;

    /// <summary>Items by baskets: the same entries, made when first asked for.</summary>
    public CsrMatrix ItemBaskets => _itemBaskets.Value;

    /// <summary>The baskets bought from one moment on and before another, in minutes since 1970, over the same items; whose they were is left out.</summary>
    public BasketSet Within(int begin, int end)
    {
        var times = Times.Span;
        var (rows, kept) = (new SparseRowsBuilder(hasValues: false), new List<int>());
        for (var basket = 0; basket < times.Length; basket++)
        {
            if (times[basket] < begin || times[basket] >= end) continue;

            foreach (var item in Lines.RowIndices(basket)) rows.Add(item, 1);
            rows.EndRow();
            kept.Add(basket);
        }
        return new()
        {
            Lines = rows.Build(ItemCount),
            Items = Items,
            Weights = Weights.IsEmpty ? default : kept.ConvertAll(basket => Weights.Span[basket]).ToArray(),
            Times = kept.ConvertAll(basket => Times.Span[basket]).ToArray(),
        };
    }
}
