using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Drift;

/// <summary>From when on a live version counts as left behind by its shop: the section <c>drift:</c> of a pipeline file.</summary>
sealed record DriftOptions
{
    [Description("The share of purchases that may be of items the live version does not know."), Range(0.0, 1.0)]
    public double MaxNewItems { get; init; } = 0.05;

    [Description("The share of purchases that may have moved to other items, beyond what chance shows."), Range(0.0, 1.0)]
    public double MaxPopularityShift { get; init; } = 0.1;

    [Description("The share by which the deciding metric may have fallen, or rmse and mae risen, on purchases the version has not seen."), Range(0.0, 1.0)]
    public double MaxMetricDecay { get; init; } = 0.1;

    [Description("When 'recommender schedule' looks, by the clock of 'schedule'; a version that was left behind starts a run. Without it nobody looks.")]
    public string? Cron { get; init; }
}
