namespace Recommender.Engine.Merchandising.Rules;

/// <summary>Whether a rule says what its kind needs, and nothing out of range.</summary>
static class RuleCheck
{
    const int MostShown = 1000;
    const double MostFactor = 1000;
    const double MostDays = 36500;

    public static void Check(RuleDocument rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Id)) throw Wrong(rule, "id", "the id is empty; give the rule one.");
        if (rule.Starts >= rule.Ends) throw Wrong(rule, "ends", $"it ends at {rule.Ends:u}, which is not after its start at {rule.Starts:u}; let it end later.");

        switch (rule.Kind)
        {
            case RuleKind.IncludeOnly or RuleKind.Exclude:
                Needed(rule, "condition", rule.Condition, "say which items, as in category = \"Hair\"");
                break;
            case RuleKind.Boost:
                Needed(rule, "condition", rule.Condition, "say which items, as in brand = \"X\"");
                Range(rule, "factor", rule.Factor, 1 / MostFactor, MostFactor);
                break;
            case RuleKind.BoostBy:
                BoostBy(rule);
                break;
            case RuleKind.Pin:
                Needed(rule, "item", rule.Item, "name the item by its id");
                Range(rule, "position", rule.Position, 1, MostShown);
                break;
            case RuleKind.Cap:
                Needed(rule, "per", rule.Per, "say category, family or brand");
                Range(rule, "most", rule.Most, 1, MostShown);
                break;
            case RuleKind.Diversity:
                if (rule.Condition is not null) throw Wrong(rule, "condition", "diversity is about the whole list; leave the condition out.");
                Range(rule, "strength", rule.Strength, 0, 1);
                break;
            case RuleKind.Fatigue:
                Range(rule, "most", rule.Most, 1, MostShown);
                break;
            case RuleKind.NewItems:
                Range(rule, "share", rule.Share, 0, 1);
                Range(rule, "days", rule.Days, 0, MostDays);
                break;
            default:
                throw Wrong(rule, "kind", $"{rule.Kind} is no kind of rule.");
        }
    }

    static void BoostBy(RuleDocument rule)
    {
        Needed(rule, "by", rule.By, "say margin, recency, trend or attribute");
        Range(rule, "weight", rule.Weight, -0.99, MostFactor);
        if (rule.By == Signal.Recency) Range(rule, "days", rule.Days, 1.0 / 24, MostDays);
        if (rule.By == Signal.Attribute) Needed(rule, "attribute", rule.Attribute, "name the attribute");
    }

    static void Needed<T>(RuleDocument rule, string name, T? value, string cure)
    {
        if (value is null or "") throw Wrong(rule, name, $"this kind of rule needs it: {cure}.");
    }

    static void Range(RuleDocument rule, string name, double? value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw Wrong(rule, name, FormattableString.Invariant($"it is {(value is { } given ? FormattableString.Invariant($"{given}") : "missing")}; this kind of rule needs {least} to {most}."));
    }

    static RuleException Wrong(RuleDocument rule, string name, string fault) => new(rule.Id, name, fault);
}
