using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Content;

/// <summary>What decides how alike two items read.</summary>
sealed record ContentOptions
{
    [Description("Weight of a word of the name; 0 leaves names out."), Range(0, 100)]
    public double Name { get; init; } = 1;

    [Description("Weight of the category."), Range(0, 100)]
    public double Category { get; init; } = 1;

    [Description("Weight of the family."), Range(0, 100)]
    public double Family { get; init; } = 1;

    [Description("Weight of the brand."), Range(0, 100)]
    public double Brand { get; init; } = 1;

    [Description("Weight of the price's step: two for each doubling."), Range(0, 100)]
    public double Price { get; init; } = 0.5;

    [Description("What a purchase of the history counts: binary (once a customer), count, quantity or spend.")]
    public WeightBase Weight { get; init; }

    [Description("Days after which a purchase counts half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }

    [Description("Exponent of the weights; 0.5 tames large counts."), Range(0, 4)]
    public double Power { get; init; } = 1;
}
