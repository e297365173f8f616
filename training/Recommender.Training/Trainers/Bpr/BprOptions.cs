using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Trainers.Bpr;

/// <summary>What decides the factors of Bayesian personalised ranking.</summary>
sealed record BprOptions
{
    [Description("Length of the vectors."), Range(1, 1024)]
    public int Factors { get; init; } = 64;

    [Description("Passes over all purchases."), Range(1, 10_000)]
    public int Epochs { get; init; } = 60;

    [Description("Step of the gradient descent."), Range(1e-5, 1)]
    public double LearningRate { get; init; } = 0.05;

    [Description("Penalty of a vector's square, per pair that it stands in."), Range(1e-6, 10)]
    public double Regularization { get; init; } = 0.01;

    [Description("Items not bought that stand beside each purchase, drawn anew in each pass."), Range(1, 100)]
    public int Negatives { get; init; } = 4;
}
