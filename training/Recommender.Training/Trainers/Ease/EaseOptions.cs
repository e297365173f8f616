using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Ease;

/// <summary>What decides the weights between items.</summary>
sealed record EaseOptions
{
    [Description("Ridge penalty: how much evidence a weight needs; more for larger or noisier shops."), Range(0, 1e9)]
    public double Lambda { get; init; } = 500;

    [Description("What a purchase counts: binary (once a customer), count, quantity or spend.")]
    public WeightBase Weight { get; init; }

    [Description("Days after which a purchase counts half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }

    [Description("Exponent of the weights; 0.5 tames large counts."), Range(0, 4)]
    public double Power { get; init; } = 1;

    [Description("Others that may explain an item; 0: all of them (exact), or 200 where that outgrows memory."), Range(0, 2_000)]
    public int Neighbours { get; init; }

    [Description("Megabytes for the weights of all items against all, and for the sparse co-occurrence instead."), Range(1, 16_384)]
    public int Memory { get; init; } = 4_096;
}
