using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Syntax;

/// <summary><c>not</c> before a part.</summary>
sealed class Negation(Place place, Node part) : Node(place)
{
    public override int AnchorPosition => part.AnchorPosition;

    public override bool UsesTime => part.UsesTime;

    public override Condition Bind(FilterContext context, bool negated) => part.Bind(context, !negated);

    public override IEnumerable<ItemAttribute> Attributes() => part.Attributes();
}
