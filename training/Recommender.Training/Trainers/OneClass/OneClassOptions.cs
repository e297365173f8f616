using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Models.Factors.OneClass;

namespace Recommender.Training.Trainers.OneClass;

/// <summary>What decides the factors; the defaults were chosen on the last three months of the training part of the retail data.</summary>
sealed record OneClassOptions
{
    [Description("How scores are held against purchases: logistic or squared.")]
    public OneClassLoss Loss { get; init; }

    [Description("Length of the vectors."), Range(1, 1024)]
    public int Factors { get; init; } = 64;

    [Description("Newton steps of each side."), Range(1, 1000)]
    public int Epochs { get; init; } = 10;

    [Description("Penalty of a vector's square, per pair that the vector answers for."), Range(1e-6, 100)]
    public double Regularization { get; init; } = 0.007;

    [Description("What a pair that was not bought counts beside one that was; every such pair takes part."), Range(1e-6, 10)]
    public double Unobserved { get; init; } = 0.3;

    [Description("Share by which an epoch must lower the loss for another to follow; 0: all epochs run."), Range(0, 1)]
    public double Tolerance { get; init; }
}
