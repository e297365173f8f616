namespace Recommender.Core.Baskets.CrossSell;

/// <summary>A partner of an anchor with what was asked of the pair.</summary>
/// <param name="Item">The partner.</param>
/// <param name="Count">Baskets with both, never decayed.</param>
/// <param name="Affinity">From 0 to 1, by the weights of the query.</param>
/// <param name="Support">The share of all baskets that hold both.</param>
/// <param name="Confidence">The share of the anchor's baskets that hold the partner.</param>
/// <param name="ReverseConfidence">The share of the partner's baskets that hold the anchor.</param>
/// <param name="Lift">How many times more often both stand together than their popularity alone would give.</param>
public readonly record struct CrossSellMatch(int Item, int Count, double Affinity, double Support, double Confidence, double ReverseConfidence, double Lift);
