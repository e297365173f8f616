using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;

namespace Recommender.Training.Experiments;

/// <summary>A data set, how it was cut, and the two parts.</summary>
sealed record CutData(Dataset Dataset, Split Split, Fold Fold);
