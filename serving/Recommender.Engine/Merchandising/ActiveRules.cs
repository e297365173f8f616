using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Merchandising;

/// <summary>The rules that act on one question, in the order of the set.</summary>
sealed class ActiveRules
{
    static readonly int Kinds = Enum.GetValues<RuleKind>().Length;

    readonly BoundRule[]?[] _byKind = new BoundRule[]?[Kinds];

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
    public BoundRule[] Of(RuleKind kind) => _byKind[(int)kind] ?? [];

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

            active.Add(new(rule, condition));
            signature.Add(place);
        }
        active.Arrange(signature.ToHashCode());
        return active;
    }

    void Add(BoundRule rule) => _byKind[(int)rule.Rule.Kind] = [.. Of(rule.Rule.Kind), rule];

    void Arrange(int signature)
    {
        Signature = signature;
        Wanted = Conditions(RuleKind.IncludeOnly);
        Unwanted = Conditions(RuleKind.Exclude);
        foreach (var rules in _byKind) IsPlain &= rules is null or [{ Rule.Kind: RuleKind.IncludeOnly or RuleKind.Exclude }, ..];
        foreach (var rule in Of(RuleKind.Diversity)) Diversity = Math.Max(Diversity, rule.Document.Strength ?? 0);
    }

    Condition[] Conditions(RuleKind kind) => Of(kind) is { Length: > 0 } rules ? [.. rules.Select(rule => rule.Condition).OfType<Condition>()] : [];
}
