namespace Recommender.Core.Baskets.Bundles;

/// <summary>Where a bundle stands: what is known comes before what is unknown, more before less.</summary>
readonly record struct BundleRank(bool IsKnown, double Value)
{
    /// <summary>By a value where there is one, else by the score.</summary>
    public static BundleRank Of(double? value, double score) => value is { } known ? new(true, known) : new(false, score);

    /// <summary>Below 0 where this one is better.</summary>
    public int Against(BundleRank other) => IsKnown != other.IsKnown ? (IsKnown ? -1 : 1) : other.Value.CompareTo(Value);
}
