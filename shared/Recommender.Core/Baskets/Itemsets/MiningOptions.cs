namespace Recommender.Core.Baskets.Itemsets;

/// <summary>What is mined, and where the search ends.</summary>
public sealed record MiningOptions
{
    /// <summary>Frequent, closed or maximal.</summary>
    public ItemsetKind Kind { get; init; } = ItemsetKind.Frequent;

    /// <summary>Baskets that an itemset must stand in, 1 or more.</summary>
    public required int MinCount { get; init; }

    /// <summary>Items of the longest itemset, 1 or more; what is closed or maximal does not depend on it.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Itemsets after which the search is cut.</summary>
    public long MaxItemsets { get; init; } = long.MaxValue;

    /// <summary>Bytes of working memory beyond the baskets after which the search is cut.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>How long the search may last before it is cut.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>How many cores; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The share of the search that is done, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }
}
