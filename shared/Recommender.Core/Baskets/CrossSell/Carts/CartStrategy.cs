namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>Where a suggestion for a cart comes from, the surest first.</summary>
public enum CartStrategy
{
    /// <summary>It was bought with what is in the cart.</summary>
    Together,

    /// <summary>Its category is bought with the categories in the cart, and it is popular there.</summary>
    Category,

    /// <summary>It is popular.</summary>
    Popular,
}
