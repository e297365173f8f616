using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>How the cross-sell matrix is counted.</summary>
sealed record MatrixSection
{
    [Description("Name of the matrix in the store. Usual is the model's name with -cross-sell.")]
    public string? Model { get; init; }

    [Description("Baskets that two things must share to be kept."), Range(1, int.MaxValue)]
    public int MinCount { get; init; } = 5;

    [Description("Partners kept of each thing, by count and by lift."), Range(1, 1_000_000)]
    public int Best { get; init; } = 50;

    [Description("Days after which a basket counts half; 0 where age does not matter."), Range(0.0, 1e6)]
    public double HalfLife { get; init; }
}
