namespace Recommender.Engine.Merchandising;

/// <summary>Where in the shop a list is shown.</summary>
public enum Surface
{
    /// <summary>Anywhere; of a question, nowhere in particular.</summary>
    Any,

    /// <summary>The front page.</summary>
    Home,

    /// <summary>The page of an item.</summary>
    Product,

    /// <summary>The cart.</summary>
    Cart,
}
