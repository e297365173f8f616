using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Frequency;

namespace Recommender.Training.Trainers.Frequency;

/// <summary>What decides how a shopper's purchases are counted.</summary>
sealed record FrequencyOptions
{
    [Description("How purchases say what comes next: top_frequency (own counts), tifu (decayed baskets of the shopper and of the nearest customers) or intervals (what is due).")]
    public FrequencyMethod Method { get; init; }

    [Description("What a purchase counts, own and in all: count (baskets), quantity, spend or binary (once).")]
    public WeightBase Weight { get; init; } = WeightBase.Count;

    [Description("Days after which a purchase counts half, own and in all; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }

    [Description("From 0 (own purchases first) over 0.5 (in turns with what is new) to 1 (only what is new)."), Range(0.0, 1.0)]
    public double Explore { get; init; }

    [Description("intervals: how many days ahead a purchase is expected."), Range(0.1, 3_650)]
    public double Horizon { get; init; } = 30;

    [Description("tifu: baskets that form a group, counted back from the last."), Range(1, 1_000)]
    public int GroupSize { get; init; } = 1;

    [Description("tifu: what a basket counts beside the next one of its group."), Range(0.0, 1.0)]
    public double WithinDecay { get; init; } = 0.9;

    [Description("tifu: what a group counts beside the next one."), Range(0.0, 1.0)]
    public double GroupDecay { get; init; } = 0.9;

    [Description("tifu: how many nearest customers count."), Range(1, 100_000)]
    public int Neighbours { get; init; } = 100;

    [Description("tifu: which customers are near: cosine or euclidean (as published).")]
    public CustomerLikeness Likeness { get; init; }

    [Description("tifu: the share of the shopper's own baskets; the rest is the neighbours'."), Range(0.0, 1.0)]
    public double Alpha { get; init; } = 0.7;
}
