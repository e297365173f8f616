using Recommender.Core.Evaluation;

namespace Recommender.Training.Views;

/// <summary>What a trainer is called among others.</summary>
static class TrainerLabel
{
    /// <summary>Its name; two runs of one trainer are told apart by the options in which they differ.</summary>
    public static string Of(TrainerResult trainer, IReadOnlyList<TrainerResult> all)
    {
        var others = all.Where(other => other.Trainer == trainer.Trainer && other != trainer).ToArray();
        var differing = trainer.Options.Where(option => Array.Exists(others, other => other.Options.GetValueOrDefault(option.Key) != option.Value)).ToArray();
        return differing.Length == 0 ? trainer.Trainer : $"{trainer.Trainer}({string.Join(",", differing.Select(option => $"{option.Key}={option.Value}"))})";
    }
}
