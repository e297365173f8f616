using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;

namespace Recommender.Engine.Merchandising.Rules;

/// <summary>The rules of a shop, read once and never changed: other rules are another set.</summary>
public sealed class RuleSet
{
    RuleSet(Rule[] rules, IReadOnlyList<RuleException> faults) => (Rules, Faults) = (rules, faults);

    /// <summary>No rules.</summary>
    public static RuleSet Empty { get; } = new([], []);

    /// <summary>What is wrong with rules that were left out; the others act.</summary>
    public IReadOnlyList<RuleException> Faults { get; }

    /// <summary>How many rules act, each at its time.</summary>
    public int Count => Rules.Length;

    internal Rule[] Rules { get; }

    /// <summary>
    /// Reads rules; they act in their order. A rule that is wrong is left out and named in <see cref="Faults"/>: one mistake, or an attribute
    /// that the last item lost, does not stop the others.
    /// </summary>
    public static RuleSet Of(IEnumerable<RuleDocument> documents, Assortment assortment)
    {
        var (rules, faults, ids) = (new List<Rule>(), new List<RuleException>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var document in documents)
        {
            try
            {
                if (!ids.Add(document.Id)) throw new RuleException(document.Id, "id", "another rule has this id; give each its own.");
                rules.Add(Read(document, assortment));
            }
            catch (RuleException fault)
            {
                faults.Add(fault);
            }
        }
        return new([.. rules], faults);
    }

    static Rule Read(RuleDocument document, Assortment assortment)
    {
        RuleCheck.Check(document);
        try
        {
            return new(document, document.Condition is { } condition ? Filter.Parse(condition, assortment) : null);
        }
        catch (FilterException fault)
        {
            throw new RuleException(document.Id, "condition", fault.Message);
        }
    }
}
