using System.Text.Json.Nodes;
using Recommender.Core.Baskets.Rules;
using Recommender.Storage.Baskets;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;
using Recommender.Training.Pipelines.Documents;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Pipelines.Steps;

/// <summary>Finds the rules that go into the version.</summary>
sealed class RulesStep(RunSetting setting, StepCache steps, SnapshotFolder snapshot)
{
    /// <summary>The file of rules in a version.</summary>
    public const string FileName = "rules.json";

    /// <summary>The key of the rules.</summary>
    public static StepKey KeyOf(RunSetting setting, string hash) => StepKey.Of("rules", hash, setting.Pipeline.Level.ToString(), setting.Pipeline.Rules);

    /// <summary>The file of rules; null when none are asked for.</summary>
    public string? Run(IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        if (setting.Pipeline.Rules is not { } asked) return null;

        var step = steps.Run("find rules", KeyOf(setting, snapshot.Manifest.Hash), folder => Find(asked, folder, progress, cancellationToken), isGood: null, cancellationToken);
        return step.File(FileName);
    }

    JsonObject Find(RulesSection asked, string folder, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var data = BasketReader.Read(setting.Home, snapshot, new() { Level = setting.Pipeline.Level }, cancellationToken);
        var options = new RuleOptions
        {
            MinCount = AskedMining.CountOf(asked.MinSupport, data.Baskets.Count),
            MinConfidence = asked.MinConfidence,
            MaxLength = asked.MaxLength,
            Limit = asked.Limit,
            Filters = asked.MaxQ < 1 ? [new(RuleMeasures.Named("q")) { Maximum = asked.MaxQ }] : [],
            Threads = setting.Threads,
            Progress = new RuleSteps(progress),
        };
        var found = new FoundRules(data, options, RuleMiner.Mine(data.Baskets, options, cancellationToken), 0);
        var rules = RuleJson.Of(found, found.Measures(RuleMeasures.All));
        rules.Remove("seconds");
        File.WriteAllText(Path.Combine(folder, FileName), rules.ToJsonString() + "\n");
        return new() { ["rules"] = found.Result.Rules, ["cut"] = found.Result.Cut };
    }
}
