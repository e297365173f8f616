namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Some of the itemsets found, one behind the other.</summary>
/// <param name="Ends">Where each itemset ends in the items.</param>
/// <param name="Items">The items of all itemsets, ascending inside each.</param>
/// <param name="Counts">The baskets that each itemset stands in.</param>
public readonly record struct ItemsetBlock(ReadOnlyMemory<int> Ends, ReadOnlyMemory<int> Items, ReadOnlyMemory<int> Counts)
{
    /// <summary>How many itemsets.</summary>
    public int Count => Counts.Length;

    /// <summary>The items of one itemset.</summary>
    public ReadOnlySpan<int> ItemsOf(int itemset) => Items.Span[(itemset == 0 ? 0 : Ends.Span[itemset - 1])..Ends.Span[itemset]];
}
