using System.Globalization;

namespace Recommender.Core.Baskets.Bundles;

/// <summary>Which bundles are proposed, and at which offer.</summary>
public sealed record BundleOptions
{
    /// <summary>The most parts that a bundle can have.</summary>
    public const int MostItems = 8;

    /// <summary>Baskets with all parts, 1 or more.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>Parts of the largest bundle, 2 to 8.</summary>
    public int MaxItems { get; init; } = 4;

    /// <summary>The least lift over independence, and of every part with the rest of the bundle.</summary>
    public double MinLift { get; init; } = 1.2;

    /// <summary>The discount offered, in percent of the parts' prices, 0 to below 100.</summary>
    public double Discount { get; init; } = 10;

    /// <summary>The least margin that a discount may leave, in percent of what is paid, 0 to below 100.</summary>
    public double MinMargin { get; init; }

    /// <summary>By how many percent the offer is expected to raise joint purchases; an assumption until it is measured, 0 to 10,000.</summary>
    public double Uplift { get; init; } = 100;

    /// <summary>Bundles that can be made of the parts in stock at least; where the stock is unknown it is no hindrance.</summary>
    public long MinStock { get; init; }

    /// <summary>What comes first.</summary>
    public BundleSort Sort { get; init; } = BundleSort.ExtraMargin;

    /// <summary>How many bundles are listed, 1 or more.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Itemsets after which the search is cut.</summary>
    public long MaxItemsets { get; init; } = 50_000_000;

    /// <summary>Bytes of working memory beyond the baskets after which the search is cut.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>How long the search may last before it is cut.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>How many cores; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The share of the search that is done, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Throws where a value is outside its range.</summary>
    public void Check()
    {
        Within("count", MinCount, 1, int.MaxValue, "Give the baskets that must have all parts.");
        Within("size of bundles", MaxItems, 2, MostItems, "Give how many parts the largest may have.");
        Within("lift", MinLift, 0, 1e9, "Give 1 for what is bought together more often than by chance.");
        Within("discount", Discount, 0, 99.99, "Give percent of the price, as in 10.");
        Within("floor of the margin", MinMargin, 0, 99.99, "Give percent of what is paid, as in 15.");
        Within("uplift", Uplift, 0, 10_000, "Give the percent by which joint purchases are expected to rise.");
        Within("stock", MinStock, 0, long.MaxValue, "Give how many bundles must be in stock.");
        Within("limit", Limit, 1, 1_000_000, "Give how many bundles to list.");
    }

    static void Within(string what, double value, double least, double most, string cure)
    {
        if (!(value >= least && value <= most))
            throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"The {what} {value} is outside {least} to {most}. {cure}"));
    }
}
