using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Views.Pictures;

/// <summary>Two sides as they were compared: what people called them, what was measured, and by how much they differ.</summary>
/// <param name="A">The name of the first.</param>
/// <param name="B">The name of the second.</param>
/// <param name="Result">Both as the two trainers of one result.</param>
/// <param name="Differences">By how much b exceeds a.</param>
/// <param name="Lists">What their lists have in common; null where they have no customer in common.</param>
sealed record ComparedPair(string A, string B, EvaluationResult Result, IReadOnlyList<Difference> Differences, ComparedLists? Lists);
