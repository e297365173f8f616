using Recommender.Engine.Answers;

namespace Recommender.Engine.Merchandising;

/// <summary>An item that might come into a list, or that came.</summary>
/// <param name="Row">Its row in the assortment.</param>
/// <param name="Score">Higher is better; compares with the scores of its block alone.</param>
/// <param name="Strategy">How it was found.</param>
public readonly record struct Candidate(int Row, float Score, Strategy Strategy);
