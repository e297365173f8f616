namespace Recommender.Core.Baskets.Bundles;

/// <summary>What a bundle is sold for and what remains of that. What follows from an unknown price or cost is null, never guessed.</summary>
/// <param name="Price">The sum of the parts' prices; null where one is unknown.</param>
/// <param name="Cost">The sum of the parts' costs; null where one is unknown.</param>
/// <param name="Discount">The discount in percent: the one asked for, or the largest that respects the floor.</param>
/// <param name="IsCut">Whether the floor of the margin made the discount smaller.</param>
public readonly record struct BundleOffer(double? Price, double? Cost, double Discount, bool IsCut)
{
    /// <summary>What is given away on one bundle: price x discount.</summary>
    public double? Reduction => Price * Discount / 100;

    /// <summary>What is paid for the bundle.</summary>
    public double? DiscountedPrice => Price - Reduction;

    /// <summary>What is paid less what the parts cost.</summary>
    public double? Margin => DiscountedPrice - Cost;

    /// <summary>The margin in percent of what is paid.</summary>
    public double? MarginPercent => 100 * Margin / DiscountedPrice;
}
