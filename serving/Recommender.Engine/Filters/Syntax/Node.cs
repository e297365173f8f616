using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>A part of a filter as it was read.</summary>
abstract class Node(Place place)
{
    /// <summary>Where its text begins, counted from 0.</summary>
    public int Start => place.Start;

    /// <summary>Behind its last letter.</summary>
    public int End => place.End;

    /// <summary>Where it first speaks of the anchor, counted from 1; 0 when it does not.</summary>
    public virtual int AnchorPosition => 0;

    /// <summary>Whether its answer changes as time goes on.</summary>
    public virtual bool UsesTime => Attributes().Any(attribute => attribute.UsesTime);

    /// <summary>
    /// The condition for a question, or its negation. Negation goes down to the comparisons, and both a comparison and its negation let
    /// nothing through whose value is not known: that is Kleene's logic, asked only whether a filter is true.
    /// </summary>
    public abstract Condition Bind(FilterContext context, bool negated);

    /// <summary>The attributes that it names.</summary>
    public abstract IEnumerable<ItemAttribute> Attributes();

    /// <summary>The parts that must all be met.</summary>
    public virtual IEnumerable<Node> Conjuncts() => [this];
}
