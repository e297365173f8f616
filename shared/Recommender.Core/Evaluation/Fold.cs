using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation;

/// <summary>A data set cut in two: what a trainer may see, and what it is asked afterwards.</summary>
public sealed record Fold(Dataset Training, EvaluationCases Cases);
