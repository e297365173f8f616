using System.Diagnostics;
using Recommender.Core.Baskets.Rules;
using Recommender.Storage.Baskets;
using Recommender.Training.Terminal;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Experiments;

/// <summary>Rules with the baskets that they were found in.</summary>
sealed record FoundRules(BasketData Data, RuleOptions Options, RuleResult Result, double Seconds)
{
    /// <summary>What people call the items.</summary>
    public ItemNames Names => new(Data);

    /// <summary>Reads the baskets and finds their rules.</summary>
    public static FoundRules Find(Verb verb, (BasketSource Source, AskedMining Limits, RuleChoice Choice) asked, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new("reading baskets"));
        var data = asked.Source.Read(verb, cancellationToken);
        var (limits, names) = (asked.Limits.Options(data.Baskets.Count), new ItemNames(data));
        var options = asked.Choice.Options with
        {
            MinCount = limits.MinCount,
            MaxLength = limits.MaxLength,
            MaxItemsets = limits.MaxItemsets,
            Memory = limits.Memory,
            Time = limits.Time,
            Threads = limits.Threads,
            Progress = new RuleSteps(progress),
            Antecedent = new() { AllOf = names.FindAll(asked.Choice.If.Must), NoneOf = names.FindAll(asked.Choice.If.MustNot) },
            Consequent = new() { AnyOf = names.FindAll(asked.Choice.Then.Must), NoneOf = names.FindAll(asked.Choice.Then.MustNot) },
        };
        var started = Stopwatch.GetTimestamp();
        var result = RuleMiner.Mine(data.Baskets, options, cancellationToken);
        return new(data, options, result, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Those of the measures that were computed.</summary>
    public IReadOnlyList<RuleMeasure> Measures(IEnumerable<RuleMeasure> wanted) =>
        [.. wanted.Where(measure => (!measure.NeedsChance || Options.Chance) && (!measure.NeedsWeights || !Data.Baskets.Weights.IsEmpty))];

    /// <summary>Antecedents with consequents as they are drawn, those of the first rules first.</summary>
    public IReadOnlyList<PairEdge> Edges() => PairFigures.Of(
        Data,
        from rule in Result.Rows
        from first in rule.Antecedent
        from second in rule.Consequent
        select (first, second));
}
