namespace Recommender.Core.Baskets.Itemsets;

/// <summary>Which itemsets are looked for.</summary>
public enum ItemsetKind
{
    /// <summary>All that stand in enough baskets.</summary>
    Frequent,

    /// <summary>Those to which no item can be added without losing a basket.</summary>
    Closed,

    /// <summary>Those to which no item can be added without becoming rare.</summary>
    Maximal,
}
