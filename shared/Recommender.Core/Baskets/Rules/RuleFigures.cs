namespace Recommender.Core.Baskets.Rules;

/// <summary>Everything that a rule's measures are computed from; what was not asked for is NaN.</summary>
public readonly record struct RuleFigures(RuleCounts Counts)
{
    /// <summary>The counts by the baskets' weights; the plain ones where all baskets count alike.</summary>
    public RuleCounts Weighted { get; init; } = Counts;

    /// <summary>Baskets with both sides under the null of sizes and popularity.</summary>
    public double Expected { get; init; } = double.NaN;

    /// <summary>The chance of so many baskets or more under that null, never too small.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>The share of false ones among all rules of at most this q.</summary>
    public double Q { get; init; } = double.NaN;
}
