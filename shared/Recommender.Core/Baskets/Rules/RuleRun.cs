using System.Globalization;
using Recommender.Core.Baskets.Chance;

namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// One search over all itemsets found. Where chance is asked for it runs twice: the q of a rule depends on the p of all others, so the
/// first pass tests every rule above the floors and the second filters and keeps. Rules are made anew rather than stored.
/// </summary>
sealed class RuleRun(BasketSet baskets, RuleOptions options, ItemsetTree tree, RuleTime time) : IDisposable
{
    const int BytesOfRow = 512;        // a rule kept, and as it is handed out

    readonly List<string> _cuts = [];
    readonly RuleChunks _chunks = new(options, tree.Count, time);
    readonly ItemBits? _bits = options.Chance || !baskets.Weights.IsEmpty ? ItemBits.Of(baskets, options.MinCount, options.Memory / 8) : null;
    readonly ThreadLocal<RuleWorker> _worker = new();

    /// <summary>Which limits ended the search, and what that means; null when it is whole.</summary>
    public string? Cut => _cuts.Count == 0 ? null : string.Join(" ", _cuts);

    RuleWorker Worker => _worker.Value ??= new(baskets, options, tree, _bits);

    /// <summary>How many rules pass, and the best of them.</summary>
    public (long Rules, IReadOnlyList<Rule> Rows) Find(CancellationToken cancellationToken)
    {
        var tested = options.Chance ? Test(cancellationToken) : null;
        var order = new RuleOrder(tree, options.Sort);
        var room = (int)Math.Min(options.Limit, Math.Max(1, options.Memory / 4 / BytesOfRow));
        var (best, rules) = (new BestRules(order, room), 0L);
        var end = _chunks.ForEach(RuleStage.Making, options.MaxRules, (chunk, itemsets, quota) =>
        {
            var kept = new BestRules(order, room);
            var passed = Worker.Keep(itemsets, quota, (number, figures) => tested is null ? figures : tested.Complete(chunk, number, figures), kept);
            return (Kept: kept, Passed: passed);
        }, (_, found) =>
        {
            best.Add(found.Kept);
            rules += found.Passed;
        }, cancellationToken);
        if (end == RuleEnd.Time) AddCut($"The time limit of {options.Time.TotalSeconds:0.###} s ended the making of rules {Where()}.");
        if (end == RuleEnd.Limit) AddCut($"The limit of {options.MaxRules} rules looked at ended their making {Where()}.");
        if (room < options.Limit && room < rules) AddCut($"The memory limit of {options.Memory} bytes keeps the best {room} of {rules} rules.");
        return (rules, [.. best.Sorted().Select(Worker.Write)]);
    }

    public void Dispose() => _worker.Dispose();

    TestedRules? Test(CancellationToken cancellationToken)
    {
        var chance = SizePopularityNull.Fit(baskets, cancellationToken);
        var sizeClasses = GivenAntecedent.SizeClasses(chance, baskets);
        var families = new RuleFamilies(options, FrequentItems());
        var tested = new TestedRules(_chunks.Count);
        var most = options.Memory / 4 / TestedRules.BytesEach;
        var end = _chunks.ForEach(
            RuleStage.Testing,
            Math.Min(most, options.MaxRules),
            (_, itemsets, quota) => Worker.Test(itemsets, quota, new RuleChance(chance, new(baskets.ItemBaskets, _bits), sizeClasses), families),
            tested.Set,
            cancellationToken);
        var hasRoom = end != RuleEnd.Limit || options.MaxRules <= most;
        if (end == RuleEnd.Time) AddCut($"The time limit of {options.Time.TotalSeconds:0.###} s ended the tests of rules {Where()}: p and q are left out.");
        if (!hasRoom) AddCut($"The memory limit of {options.Memory} bytes holds the tests of {most} rules, and there are more: p and q are left out.");
        if (end == RuleEnd.Time || !hasRoom) return null;

        tested.Rank();
        return tested;
    }

    string Where() => string.Create(CultureInfo.InvariantCulture, $"after {_chunks.Done} of {tree.Count} itemsets");

    // What an item counts is a margin of the null, no outcome: items too rare for any rule are no hypotheses.
    int FrequentItems() => Enumerable.Range(0, baskets.ItemCount).Count(item => baskets.ItemBaskets.RowCount(item) >= options.MinCount);

    void AddCut(FormattableString sentence) => _cuts.Add(sentence.ToString(CultureInfo.InvariantCulture));
}
