namespace Recommender.Training.Terminal;

/// <summary>How far a step of long work is: its share where it is known, and what else is worth saying, such as the loss.</summary>
sealed record StepProgress(string Step, long? Rows = null, double? Share = null, string? Detail = null);
