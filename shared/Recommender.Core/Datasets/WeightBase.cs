namespace Recommender.Core.Datasets;

/// <summary>What the weight of a customer and an item is made of.</summary>
public enum WeightBase
{
    /// <summary>One, however often it was bought; with a half-life, the age of the last purchase decides.</summary>
    Binary,

    /// <summary>In how many baskets.</summary>
    Count,

    /// <summary>How many units.</summary>
    Quantity,

    /// <summary>How much money.</summary>
    Spend,
}
