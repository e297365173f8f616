using Recommender.Core.Baskets.Rules;

namespace Recommender.Training.Terminal;

/// <summary>The stages of a search for rules as steps of long work.</summary>
sealed class RuleSteps(IProgress<StepProgress> progress) : IProgress<RuleProgress>
{
    public void Report(RuleProgress value) => progress.Report(new(Name(value.Stage), Share: value.Share));

    static string Name(RuleStage stage) => stage switch
    {
        RuleStage.Mining => "mining itemsets",
        RuleStage.Testing => "testing rules",
        _ => "making rules",
    };
}
