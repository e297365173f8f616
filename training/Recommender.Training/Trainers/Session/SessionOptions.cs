using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Trainers.Session;

/// <summary>What decides what past sessions say of the present one.</summary>
sealed record SessionOptions
{
    [Description("How past sessions speak: neighbours (the most like ones vote) or transitions (from item to item beside it and in the next basket).")]
    public SessionMethod Method { get; init; }

    [Description("How many sessions vote; with transitions, how many items are kept for each item."), Range(1, 100_000)]
    public int Neighbours { get; init; } = 300;

    [Description("How many of the latest sessions of each item are looked at."), Range(1, 1_000_000)]
    public int Sample { get; init; } = 1_000;

    [Description("How many of the last baskets are the present session."), Range(1, 10_000)]
    public int Last { get; init; } = 10;

    [Description("What a basket counts beside the next one."), Range(0.01, 1)]
    public double Decay { get; init; } = 0.8;

    [Description("Days within which the baskets of one customer are one session; 0: each basket alone."), Range(0, 36_500)]
    public double Window { get; init; }

    [Description("Days after which a session counts half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; } = 90;

    [Description("transitions: what standing in the same basket counts beside following in the next one."), Range(0.0, 100)]
    public double Within { get; init; } = 1;
}
