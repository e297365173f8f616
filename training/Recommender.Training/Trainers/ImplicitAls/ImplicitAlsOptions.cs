using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>Everything that decides what implicit-als learns.</summary>
sealed record ImplicitAlsOptions
{
    [Description("Length of the vector of each customer and item."), Range(1, 1024)]
    public int Factors { get; init; } = 64;

    [Description("Passes over the data."), Range(1, 1000)]
    public int Epochs { get; init; } = 12;

    [Description("Pulls vectors towards zero, in proportion to what is known of their row."), Range(0, 1e4)]
    public double Regularization { get; init; } = 0.01;

    [Description("Weight of every pair as if nothing was bought, beside the weight of a purchase."), Range(0, 1e4)]
    public double Unobserved { get; init; } = 0.3;

    [Description("How the regularization grows with what is known of a row: 1 in proportion, 0 not at all."), Range(0, 2)]
    public double Exponent { get; init; } = 1;

    [Description("What a purchase weighs: binary (once a customer), count, quantity or spend.")]
    public WeightBase Weight { get; init; }

    [Description("Days after which a purchase weighs half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }

    [Description("Power to which weights are raised; below 1 large ones matter less."), Range(0.01, 4)]
    public double Power { get; init; } = 1;

    [Description("cholesky solves each row exactly; blocks is faster where there are many factors.")]
    public AlsSolver Solver { get; init; }

    [Description("Factors that the solver 'blocks' solves at a time."), Range(1, 1024)]
    public int Block { get; init; } = 64;

    [Description("Length that the vectors of items have about at the start."), Range(1e-6, 10)]
    public double Init { get; init; } = 0.1;

    [Description("Ends the training when the loss falls by less than this share in an epoch; 0: never."), Range(0, 0.5)]
    public double Tolerance { get; init; }

    public Weighting Weighting => new(Weight, HalfLife, Power);
}
