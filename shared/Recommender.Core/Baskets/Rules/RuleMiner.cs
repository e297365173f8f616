using Recommender.Core.Baskets.Itemsets;

namespace Recommender.Core.Baskets.Rules;

/// <summary>Finds association rules: mines the frequent itemsets, makes all rules of each, and keeps the best that pass every filter.</summary>
public static class RuleMiner
{
    /// <summary>The rules of these baskets.</summary>
    /// <exception cref="UserErrorException">An option is out of its range.</exception>
    public static RuleResult Mine(BasketSet baskets, RuleOptions options, CancellationToken cancellationToken)
    {
        options = options.Checked();
        var (time, tree) = (new RuleTime(options.Time), new ItemsetTree());
        options.Progress?.Report(new(RuleStage.Mining, 0));
        var mined = ItemsetMiner.Mine(baskets, Mining(options) with { Time = time.Mining }, tree.Add, cancellationToken);
        using var run = new RuleRun(baskets, options, tree, time);
        var (rules, rows) = run.Find(cancellationToken);
        return new(baskets.Count, baskets.ItemCount, options.MinCount, rows)
        {
            Itemsets = mined.Itemsets,
            Rules = rules,
            Cut = string.Join(" ", new[] { mined.Cut is null ? null : $"{mined.Cut}.", run.Cut }.Where(cut => cut is not null)) is { Length: > 0 } cut ? cut : null,
        };
    }

    static MiningOptions Mining(RuleOptions options) => new()
    {
        MinCount = options.MinCount,
        MaxLength = options.MaxLength,
        MaxItemsets = Math.Max(1, Math.Min(options.MaxItemsets, options.Memory / 2 / ItemsetTree.BytesEach)),
        Memory = Math.Max(1, options.Memory / 2),
        Threads = options.Threads,
        Progress = options.Progress is { } progress ? new MiningProgress(progress) : null,
    };

    sealed class MiningProgress(IProgress<RuleProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new(RuleStage.Mining, value));
    }
}
