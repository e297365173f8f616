namespace Recommender.Core.Evaluation;

/// <summary>One model of an evaluation: the result that it is part of and what it achieved.</summary>
public sealed record Scored(EvaluationResult Result, ModelEvaluation Evaluation);
