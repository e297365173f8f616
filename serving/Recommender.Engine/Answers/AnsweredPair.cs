namespace Recommender.Engine.Answers;

/// <summary>A pair of a cross-sell matrix.</summary>
/// <param name="Anchor">The id of the item that was asked about.</param>
/// <param name="Item">The id of its partner.</param>
/// <param name="Affinity">From 0 to 1, by the weights of the question.</param>
/// <param name="Baskets">How many baskets hold both.</param>
/// <param name="Support">The share of all baskets that hold both.</param>
/// <param name="Confidence">The share of the anchor's baskets that hold the partner.</param>
/// <param name="Lift">How many times more often than by chance both stand together.</param>
public sealed record AnsweredPair(string Anchor, string Item, double Affinity, int Baskets, double Support, double Confidence, double Lift);
