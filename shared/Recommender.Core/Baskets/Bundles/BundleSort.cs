namespace Recommender.Core.Baskets.Bundles;

/// <summary>What puts one bundle before another: more of it comes first. Where it is unknown, the score decides, after all where it is known.</summary>
public enum BundleSort
{
    /// <summary>The margin that the offer is expected to add.</summary>
    ExtraMargin,

    /// <summary>How well the parts go together, whatever they bring.</summary>
    Score,

    /// <summary>How much more often all parts are bought together than by chance.</summary>
    Lift,

    /// <summary>Baskets with all parts.</summary>
    Count,

    /// <summary>The probability of success.</summary>
    Success,

    /// <summary>The margin of one bundle at its discount.</summary>
    Margin,

    /// <summary>The sum of the parts' prices.</summary>
    Price,

    /// <summary>Baskets with some of the parts.</summary>
    Reach,
}
