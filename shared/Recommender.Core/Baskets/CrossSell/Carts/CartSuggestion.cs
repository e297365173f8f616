namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>Something that goes with a cart.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">Higher is better; scores of different strategies do not compare, but a surer strategy always comes first.</param>
/// <param name="Strategy">Where it comes from.</param>
/// <param name="Evidence">What in the cart speaks for it, the strongest first; empty where nothing in particular does.</param>
public sealed record CartSuggestion(int Item, double Score, CartStrategy Strategy, IReadOnlyList<CartEvidence> Evidence);
