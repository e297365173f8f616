using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>
/// What decides which ratings are expected. Regularization is per row, in standardised ratings; the defaults were chosen on a tenth of
/// the training part of the goodbooks ratings.
/// </summary>
sealed record MatrixFactorizationOptions
{
    [Description("Length of the vectors."), Range(1, 1024)]
    public int Factors { get; init; } = 64;

    [Description("Passes of stochastic gradient descent over all ratings."), Range(0, 1000)]
    public int Epochs { get; init; } = 6;

    [Description("Sweeps of exact least squares that finish what the gradient descent began; 0: only the customers are solved."), Range(0, 1000)]
    public int Sweeps { get; init; } = 12;

    [Description("Step of the gradient descent, in its first epoch."), Range(1e-5, 1)]
    public double LearningRate { get; init; } = 0.06;

    [Description("By what the step is multiplied after each epoch."), Range(0.1, 1)]
    public double Decay { get; init; } = 0.9;

    [Description("Penalty of each vector's square."), Range(0.001, 10_000)]
    public double Regularization { get; init; } = 10;

    [Description("Penalty of each bias' square."), Range(0.001, 10_000)]
    public double BiasRegularization { get; init; } = 2;

    [Description("Whether what a customer rated counts beside how it was rated (SVD++).")]
    public bool Implicit { get; init; } = true;

    [Description("Penalty of the square of each vector of the implicit part."), Range(0.001, 100_000)]
    public double ImplicitRegularization { get; init; } = 100;

    [Description("Share of the ratings held out to stop the sweeps early; 0: all train, all sweeps run."), Range(0, 0.5)]
    public double Validation { get; init; }

    [Description("By how much a sweep must lower the least error of the held-out ratings so far, in ratings, for another to follow; the best state is kept."), Range(0, 1)]
    public double Tolerance { get; init; } = 0.0001;
}
