using System.Globalization;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Tuning;

/// <summary>Says in words whether a search has gained anything, by the deciding metric on the test part.</summary>
static class TuningVerdict
{
    public static string Of(TuningResult result)
    {
        var (plan, best) = (result.Plan, result.Leaders[0].Spec);
        if (best.ToString() == plan.Trainer.ToString()) return $"Nothing to gain was found: of {result.Leaders.Count} sets of options those given are the best on the validation part.";
        if (result.Decisive is not { } found) return $"Nobody in the test part had anything to find in the view '{plan.View}', so it cannot be said whether there is a gain.";

        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{plan.Metric} {found.Second:0.0000} against {found.First:0.0000}, difference {found.Value:+0.0000;-0.0000;0.0000} [{found.Low:+0.0000;-0.0000;0.0000}, {found.High:+0.0000;-0.0000;0.0000}]");
        return found.Verdict switch
        {
            Verdict.Better => $"The tuned options beat the given ones on the test part: {figures}.",
            Verdict.Worse => $"The tuned options are worse than the given ones on the test part: {figures}. Keep those given.",
            _ => $"There is no evidence of a gain on the test part: {figures}, which holds 0.",
        };
    }
}
