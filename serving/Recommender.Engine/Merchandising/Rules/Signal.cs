namespace Recommender.Engine.Merchandising.Rules;

/// <summary>What raises an item; each goes from 0 to 1.</summary>
public enum Signal
{
    /// <summary>The share of the price that the shop keeps.</summary>
    Margin,

    /// <summary>1 on the day that the item came into the shop, half of it after each span of days.</summary>
    Recency,

    /// <summary>How much the item is gaining, as the shop's model of trends or the attribute <c>trend</c> says.</summary>
    Trend,

    /// <summary>An attribute of the shop's own: a number from 0 to 1, or a flag.</summary>
    Attribute,
}
