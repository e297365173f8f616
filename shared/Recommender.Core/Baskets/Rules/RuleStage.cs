namespace Recommender.Core.Baskets.Rules;

/// <summary>What a search for rules does, one after the other.</summary>
public enum RuleStage
{
    /// <summary>Itemsets are found.</summary>
    Mining,

    /// <summary>Every rule is held against chance.</summary>
    Testing,

    /// <summary>Rules are counted, and the best kept.</summary>
    Making,
}
