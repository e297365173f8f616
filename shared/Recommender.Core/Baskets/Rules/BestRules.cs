namespace Recommender.Core.Baskets.Rules;

/// <summary>Keeps the best of any number of rules in room for twice as many.</summary>
sealed class BestRules(RuleOrder order, int limit)
{
    readonly List<KeptRule> _rules = [];

    /// <summary>Takes a rule in; the worst ones go when the room is full.</summary>
    public void Add(in KeptRule rule)
    {
        if (limit == 0) return;
        _rules.Add(rule);
        if (_rules.Count >= 2L * limit) Shrink();
    }

    /// <summary>Takes in all that another one kept.</summary>
    public void Add(BestRules other)
    {
        foreach (var rule in other._rules) Add(rule);
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<KeptRule> Sorted()
    {
        Shrink();
        return _rules;
    }

    void Shrink()
    {
        _rules.Sort(order);
        if (_rules.Count > limit) _rules.RemoveRange(limit, _rules.Count - limit);
    }
}
