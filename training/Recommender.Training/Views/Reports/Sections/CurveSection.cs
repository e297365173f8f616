using Recommender.Training.Trainers;
using Recommender.Training.Views.Pages;
using Recommender.Training.Views.Reports.Plots;

namespace Recommender.Training.Views.Reports.Sections;

/// <summary>How the training went, for trainers that come nearer step by step.</summary>
static class CurveSection
{
    public static Html Of(IReadOnlyList<EpochReport> curve)
    {
        var runs = curve.Where(epoch => double.IsFinite(epoch.Loss)).GroupBy(epoch => epoch.Trainer, StringComparer.Ordinal).ToArray();
        return runs.Length == 0 ? Html.Empty : Section.Of(
            "How the training went",
            "The loss says how far the model still was from what was bought. It should fall quickly and then flatten; if it still falls steeply at the end, more epochs would help.",
            Section.Plots(runs.Select(run => Plot(run.Key, [.. run]))));
    }

    static Html Plot(string trainer, EpochReport[] epochs)
    {
        var (first, last) = (epochs[0], epochs[^1]);
        var told = $"From {Figure.Short(first.Loss)} to {Figure.Short(last.Loss)} in {Counted.Of(epochs.Length, "epoch")}.";
        return CurvePlot.Of(new($"Loss: {trainer}", told, told), [.. epochs.Select(epoch => ((double)epoch.Epoch, epoch.Loss))]);
    }
}
