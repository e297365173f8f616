using System.Runtime.InteropServices;

namespace Recommender.Core.Baskets.Rules;

/// <summary>What one thread needs to test, filter and write out the rules of one range of itemsets after the other.</summary>
sealed class RuleWorker(BasketSet baskets, RuleOptions options, ItemsetTree tree, ItemBits? bits)
{
    readonly RuleGrowth _growth = new(tree, options);
    readonly WeightedCounts? _weights = baskets.Weights.IsEmpty ? null : new(baskets, new(baskets.ItemBaskets, bits));
    readonly bool _weighsAll = options.Sort.NeedsWeights || options.Filters.Any(filter => filter.Measure.NeedsWeights);
    readonly int[] _left = new int[ItemsetTree.Longest];
    readonly int[] _right = new int[ItemsetTree.Longest];
    readonly List<TestedRule> _tests = [];

    /// <summary>The tests of all rules of a range of itemsets, in the order in which <see cref="Keep"/> meets them.</summary>
    public TestedRule[] Test(Range itemsets, RuleQuota quota, RuleChance chance, RuleFamilies families)
    {
        _tests.Clear();
        for (var itemset = itemsets.Start.Value; itemset < itemsets.End.Value && !quota.IsEnded; itemset++)
        {
            foreach (var rule in RulesOf(itemset, quota))
            {
                var (left, right) = Sides(rule);
                var (expected, p) = chance.Of(left, right, rule.Both);
                _tests.Add(new(expected, p, p * families[_growth.Items.Length]));
            }
        }
        return [.. _tests];
    }

    /// <summary>Keeps the rules of a range of itemsets that pass every filter.</summary>
    /// <returns>How many passed.</returns>
    public long Keep(Range itemsets, RuleQuota quota, Func<int, RuleFigures, RuleFigures> complete, BestRules kept)
    {
        var (passed, number) = (0L, 0);
        for (var itemset = itemsets.Start.Value; itemset < itemsets.End.Value && !quota.IsEnded; itemset++)
        {
            foreach (var rule in RulesOf(itemset, quota))
            {
                var figures = complete(number++, new(new(baskets.Count, rule.AntecedentCount, rule.ConsequentCount, rule.Both)));
                if (_weighsAll) figures = Weigh(rule, figures);
                if (!Passes(rule, figures)) continue;

                passed++;
                kept.Add(new KeptRule(rule, figures, options.Sort.Of(figures)));
            }
        }
        return passed;
    }

    /// <summary>A rule as it is handed out.</summary>
    public Rule Write(KeptRule kept)
    {
        _growth.Load(kept.Rule.Itemset);
        var (left, right) = Sides(kept.Rule);
        return new(left.ToArray(), right.ToArray(), _weighsAll ? kept.Figures : Weigh(kept.Rule, kept.Figures));
    }

    ReadOnlySpan<RuleCandidate> RulesOf(int itemset, RuleQuota quota)
    {
        var rules = CollectionsMarshal.AsSpan(_growth.RulesOf(itemset, quota.Left));
        return rules[..quota.Take(rules.Length)];
    }

    bool Passes(RuleCandidate rule, in RuleFigures figures)
    {
        foreach (var filter in options.Filters)
        {
            if (!filter.Keeps(figures)) return false;
        }
        if (options.Antecedent != ItemCondition.None || options.Consequent != ItemCondition.None)
        {
            var (left, right) = Sides(rule);
            if (!options.Antecedent.Holds(left) || !options.Consequent.Holds(right)) return false;
        }
        return options.Improvement is not { } improvement || !_growth.IsRedundant(rule, improvement);
    }

    RuleFigures Weigh(RuleCandidate rule, RuleFigures figures)
    {
        if (_weights is null) return figures;
        var (left, right) = Sides(rule);
        return figures with { Weighted = _weights.Of(left, right, _growth.Items) };
    }

    Sides Sides(RuleCandidate rule) => new(
        _left.AsSpan(0, _growth.Side(_growth.Antecedent(rule), _left)), _right.AsSpan(0, _growth.Side(rule.Consequent, _right)));
}
