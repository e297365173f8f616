namespace Recommender.Engine.Answers;

/// <summary>One item that speaks for a recommendation.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Share">Its share of everything that speaks, 0 to 1.</param>
/// <param name="Baskets">How many baskets hold both; 0 where the strategy counts none.</param>
/// <param name="Lift">How many times more often than by chance they are bought together; 0 where that is not known.</param>
public sealed record Evidence(string Item, double Share, int Baskets = 0, double Lift = 0);
