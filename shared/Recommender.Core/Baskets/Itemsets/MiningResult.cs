namespace Recommender.Core.Baskets.Itemsets;

/// <summary>What a search found.</summary>
/// <param name="BySize">How many itemsets of 1, 2, 3 ... items.</param>
/// <param name="Cut">Which limit ended the search, and where; null when it is whole.</param>
public sealed record MiningResult(IReadOnlyList<long> BySize, string? Cut)
{
    /// <summary>How many itemsets.</summary>
    public long Itemsets => BySize.Sum();
}
