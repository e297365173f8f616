using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>One side as the other sees it: standardised ratings by its rows, its factors and biases, and what its factors are drawn to.</summary>
sealed record RatingSide(CsrMatrix Ratings, Matrix Factors, Memory<float> Biases, Action<int, Span<float>> WritePrior);
