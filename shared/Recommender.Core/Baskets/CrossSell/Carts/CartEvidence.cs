namespace Recommender.Core.Baskets.CrossSell.Carts;

/// <summary>Why something is suggested: one thing in the cart that speaks for it.</summary>
/// <param name="Anchor">The thing in the cart.</param>
/// <param name="Count">Baskets with both.</param>
/// <param name="Confidence">The share of the anchor's baskets that hold the suggestion.</param>
/// <param name="Lift">How many times more often both stand together than chance would have it.</param>
/// <param name="Share">How much of the suggestion's score comes from this anchor, 0 to 1.</param>
public readonly record struct CartEvidence(int Anchor, int Count, double Confidence, double Lift, double Share);
