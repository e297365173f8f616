namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>What is known of items beside their counts, and what may be answered.</summary>
public sealed record CartOptions
{
    /// <summary>The group of variants that each item belongs to, below 0 for none; empty when there are no variants.</summary>
    public ReadOnlyMemory<int> VariantGroups { get; init; }

    /// <summary>The category of each item, below 0 for none; empty when there are no categories.</summary>
    public ReadOnlyMemory<int> Categories { get; init; }

    /// <summary>Whether counts decayed by age are used.</summary>
    public bool IsDecayed { get; init; }

    internal void Check(CrossSellMatrix matrix)
    {
        Check(VariantGroups, matrix, nameof(VariantGroups));
        Check(Categories, matrix, nameof(Categories));
        if (IsDecayed && !matrix.IsDecayed) throw new UserErrorException("This matrix has no decayed counts, so carts cannot be scored by them. Build it with a half-life, or score without decay.");
    }

    static void Check(ReadOnlyMemory<int> column, CrossSellMatrix matrix, string name)
    {
        if (!column.IsEmpty && column.Length != matrix.ItemCount) throw new ArgumentException($"{column.Length} entries for {matrix.ItemCount} items.", name);
    }
}
