namespace Recommender.Engine.Merchandising.Rules;

/// <summary>What a rule does.</summary>
public enum RuleKind
{
    /// <summary>Only items that meet the condition may come.</summary>
    IncludeOnly,

    /// <summary>Items that meet the condition may not come.</summary>
    Exclude,

    /// <summary>Multiplies the scores of items that meet the condition: above 1 they rise, below 1 they sink.</summary>
    Boost,

    /// <summary>Raises items by a signal, the more the stronger it is.</summary>
    BoostBy,

    /// <summary>Puts an item at a place.</summary>
    Pin,

    /// <summary>Lets no more than so many items of one category, family or brand into a list.</summary>
    Cap,

    /// <summary>Mixes a list: what resembles items above it steps back.</summary>
    Diversity,

    /// <summary>Items that were shown so many times and ignored come last.</summary>
    Fatigue,

    /// <summary>Keeps a share of the places for new items.</summary>
    NewItems,
}
