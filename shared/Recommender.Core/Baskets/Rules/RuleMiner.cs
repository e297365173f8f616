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
        var tree = new ItemsetTree();
        var mined = ItemsetMiner.Mine(baskets, Mining(options), tree.Add, cancellationToken);
        var run = new RuleRun(baskets, options, tree, cancellationToken);
        var (rules, rows) = run.Find();
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
        Time = options.Time,
        Threads = options.Threads,
        Progress = options.Progress,
    };
}
