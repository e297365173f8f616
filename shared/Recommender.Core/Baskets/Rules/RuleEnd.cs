namespace Recommender.Core.Baskets.Rules;

/// <summary>How a stage of a search for rules ended.</summary>
enum RuleEnd
{
    /// <summary>Every rule was looked at.</summary>
    Whole,

    /// <summary>The time was over.</summary>
    Time,

    /// <summary>There are more rules than may be looked at.</summary>
    Limit,
}
