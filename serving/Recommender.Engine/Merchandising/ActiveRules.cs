using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising;

/// <summary>The rules that act on one question, in the order of the set.</summary>
sealed class ActiveRules
{
    readonly List<BoundRule> _rules = [];

    ActiveRules()
    {
    }

    /// <summary>No rules.</summary>
    public static ActiveRules None { get; } = new();

    /// <summary>What every item must meet.</summary>
    public Condition[] Wanted { get; private set; } = [];

    /// <summary>What no item may meet.</summary>
    public Condition[] Unwanted { get; private set; } = [];

    /// <summary>Whether no rule changes the order of what is eligible.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>How strongly a list is mixed, 0 to 1.</summary>
    public double Diversity { get; private set; }

    /// <summary>The same for the same rules of the same set.</summary>
    public int Signature { get; private set; }

    /// <summary>The rules of a kind.</summary>
    public BoundRule[] Of(RuleKind kind) => _rules.Count == 0 ? [] : [.. _rules.Where(rule => rule.Rule.Kind == kind)];

    /// <summary>The rules of a set that act on a question.</summary>
    public static ActiveRules For(RuleSet set, RankingContext context, FilterContext asked, DateTimeOffset now)
    {
        if (set.Count == 0) return None;

        var active = new ActiveRules();
        var signature = new HashCode();
        for (var place = 0; place < set.Rules.Length; place++)
        {
            var rule = set.Rules[place];
            if (!rule.IsActive(context.Surface, now) || !rule.TryBind(asked, out var condition)) continue;

            active._rules.Add(new(rule, condition));
            signature.Add(place);
        }
        active.Arrange(signature.ToHashCode());
        return active;
    }

    void Arrange(int signature)
    {
        Signature = signature;
        Wanted = Conditions(RuleKind.IncludeOnly);
        Unwanted = Conditions(RuleKind.Exclude);
        IsPlain = Wanted.Length + Unwanted.Length == _rules.Count;
        foreach (var rule in Of(RuleKind.Diversity)) Diversity = Math.Max(Diversity, rule.Document.Strength ?? 0);
    }

    Condition[] Conditions(RuleKind kind) => [.. Of(kind).Select(rule => rule.Condition).OfType<Condition>()];
}
