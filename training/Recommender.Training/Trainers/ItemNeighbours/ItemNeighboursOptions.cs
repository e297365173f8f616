using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>What decides which items are neighbours.</summary>
sealed record ItemNeighboursOptions
{
    [Description("How items are compared: cosine, bm25, jaccard, lift, llr, count, p3a or rp3b.")]
    public NearnessKind Measure { get; init; }

    [Description("Neighbours that an item keeps; the next one and ties with it stay too."), Range(1, 10_000)]
    public int Neighbours { get; init; } = 100;

    [Description("Pairs with so much in common are halved, those with less more: damps what few customers say."), Range(0, 1e6)]
    public double Shrinkage { get; init; }

    [Description("cosine: share of the length of the item bought; 0.5 is symmetric, 1 the chance of the other given this one."), Range(0, 1)]
    public double Asymmetry { get; init; } = 0.5;

    [Description("bm25: how slowly a large weight saturates."), Range(0, 1_000)]
    public double K1 { get; init; } = 1.2;

    [Description("bm25: how much popular items are toned down."), Range(0, 1)]
    public double B { get; init; } = 0.75;

    [Description("p3a, rp3b: exponent of the walk's probabilities."), Range(0, 4)]
    public double Alpha { get; init; } = 1;

    [Description("rp3b: exponent of the popularity that is divided by."), Range(0, 4)]
    public double Beta { get; init; } = 0.5;

    [Description("What a purchase counts: binary (once a customer), count, quantity or spend; jaccard, lift, llr and count compare by customers and weigh the history only.")]
    public WeightBase Weight { get; init; }

    [Description("Days after which a purchase counts half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }

    [Description("Exponent of the weights; 0.5 tames large counts."), Range(0, 4)]
    public double Power { get; init; } = 1;
}
