using Recommender.Core.Evaluation.Overlap;
using Recommender.Training.Experiments;

namespace Recommender.Training.Views;

/// <summary>How much two models' lists have in common, with the names of those whose lists changed most.</summary>
sealed record ComparedLists(OverlapResult Overlap, KnownNames Names);
