namespace Recommender.Engine.Answers;

/// <summary>What a question for scores got.</summary>
/// <param name="Model">The model that answered.</param>
/// <param name="Version">Its version.</param>
/// <param name="Scores">One for each item, in the order asked; minus infinity where the model has nothing to say.</param>
public sealed record ScoreAnswer(string Model, int Version, float[] Scores);
