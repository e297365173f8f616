namespace Recommender.Engine.Merchandising.Rules;

/// <summary>What items are grouped by.</summary>
public enum Grouping
{
    /// <summary>Their category.</summary>
    Category,

    /// <summary>Their family.</summary>
    Family,

    /// <summary>Their brand.</summary>
    Brand,
}
