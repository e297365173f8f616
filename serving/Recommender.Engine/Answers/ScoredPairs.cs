namespace Recommender.Engine.Answers;

/// <summary>The scores of items for one customer.</summary>
/// <param name="Model">The model that scored.</param>
/// <param name="Version">Its version.</param>
/// <param name="Scores">One for each item asked; null where the version does not know it, or has nothing to say.</param>
public sealed record ScoredPairs(string Model, int Version, IReadOnlyList<float?> Scores);
