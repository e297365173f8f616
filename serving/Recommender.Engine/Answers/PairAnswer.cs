namespace Recommender.Engine.Answers;

/// <summary>What a question for pairs got.</summary>
/// <param name="Model">The matrix that answered.</param>
/// <param name="Version">Its version.</param>
/// <param name="Pairs">The pairs, anchor by anchor.</param>
public sealed record PairAnswer(string Model, int Version, IReadOnlyList<AnsweredPair> Pairs);
