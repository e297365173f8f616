using Recommender.Engine.Assortments;
using Recommender.Engine.Filters.Parsing;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters;

/// <summary>
/// A condition on items in words, as in <c>price &lt; 50 and category in ("Hair") and not brand = "X"</c>. An item is let through only when
/// the condition is known to hold: a comparison with a number or text that an item does not have is neither met nor, behind
/// <c>not</c>, unmet. A flag or a list that was never given is not set, and empty.
/// </summary>
public sealed class Filter
{
    /// <summary>The longest text that is read.</summary>
    public const int MostLetters = 4000;

    /// <summary>How deep parentheses and <c>not</c> may go.</summary>
    public const int MostDepth = 50;

    readonly Node _root;
    readonly Condition? _bound;   // the same for every question

    Filter(string text, Node root)
    {
        (Text, _root) = (text, root);
        (UsesAnchor, var usesTime) = (root.AnchorPosition > 0, root.UsesTime);
        if (!UsesAnchor && !usesTime) _bound = root.Bind(default, negated: false);
    }

    /// <summary>The filter as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it compares with the item that the question is about.</summary>
    public bool UsesAnchor { get; }

    /// <summary>Reads a filter over the attributes of a shop's items.</summary>
    /// <exception cref="FilterException">The text is no filter, or names an attribute that no item has.</exception>
    public static Filter Parse(string text, Assortment assortment) => new(text, Parser.Parse(text, assortment));

    /// <summary>The condition for a question.</summary>
    /// <exception cref="FilterException">It speaks of the anchor, and the question is about no item.</exception>
    public Condition Bind(FilterContext context)
    {
        if (_bound is not null) return _bound;
        if (UsesAnchor && context.Anchor < 0)
            throw new FilterException(_root.AnchorPosition, "this compares with the anchor, and the question names no item that could be one; name one, or compare with a value.");

        return _root.Bind(context, negated: false);
    }

    /// <summary>The parts that keep a row's item out; none when the filter lets it through.</summary>
    public IReadOnlyList<FilterFailure> Failures(int row, FilterContext context)
    {
        if (Bind(context).Meets(row)) return [];

        var failures = new List<FilterFailure>();
        foreach (var node in _root.Conjuncts())
        {
            if (node.Bind(context, negated: false).Meets(row)) continue;
            var values = node.Attributes().DistinctBy(attribute => attribute.Name).Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Show(row, context)));
            failures.Add(new(Text[node.Start..node.End], [.. values]));
        }
        return failures;
    }
}
