namespace Recommender.Engine.Merchandising.Reasons;

/// <summary>Why an item is not in a list.</summary>
public enum HindranceKind
{
    /// <summary>The version that answers does not know it.</summary>
    Unknown,

    /// <summary>The shop hides it.</summary>
    Hidden,

    /// <summary>It is no longer sold.</summary>
    Discontinued,

    /// <summary>There is none in stock.</summary>
    OutOfStock,

    /// <summary>The caller does not want it.</summary>
    Excluded,

    /// <summary>It is in the cart.</summary>
    InCart,

    /// <summary>It was bought before, and only new items were asked for.</summary>
    Bought,

    /// <summary>It does not go with the item asked about, or with the cart.</summary>
    Incompatible,

    /// <summary>It fails a part of the question's filter.</summary>
    Filter,

    /// <summary>A rule excludes it.</summary>
    ExcludedByRule,

    /// <summary>A rule lets only others in.</summary>
    NotIncludedByRule,

    /// <summary>The list has as many items of its group as a rule allows.</summary>
    Cap,

    /// <summary>It was shown too often and ignored.</summary>
    Fatigue,

    /// <summary>No strategy has found it.</summary>
    NotFound,

    /// <summary>Others came before it.</summary>
    Outranked,
}
