using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Popularity;

/// <summary>What decides how popular an item is.</summary>
sealed record PopularityOptions
{
    [Description("What the list is ordered by: purchases, newness (halved for every half_life days since the first sale, 30 if not given) trend (purchases of late beside those of a time four times as long) or season (purchases of the 90 days that began a year ago).")]
    public PopularityMeasure By { get; init; }

    [Description("What a purchase counts: binary (once a customer), count, quantity or spend.")]
    public WeightBase Weight { get; init; }

    [Description("Days after which a purchase counts half; 0: age does not matter."), Range(0, 36_500)]
    public double HalfLife { get; init; }
}
