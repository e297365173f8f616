namespace Recommender.Core.Evaluation;

/// <summary>How far an evaluation is, in cases, and how many it does in a second.</summary>
public readonly record struct EvaluationProgress(int Done, int Total, double PerSecond);
