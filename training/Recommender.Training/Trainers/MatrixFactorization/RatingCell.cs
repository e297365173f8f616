namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>One standardised rating: twelve bytes, read one behind the other.</summary>
readonly record struct RatingCell(int Customer, int Item, float Rating);
