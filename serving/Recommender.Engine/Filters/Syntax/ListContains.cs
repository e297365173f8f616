using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>tags contains "vegan"</c>.</summary>
sealed class ListContains(Place place, ListAttribute attribute, TextOperand text, bool isNot) : Node(place)
{
    public override int AnchorPosition => text.AnchorPosition;

    public override Condition Bind(FilterContext context, bool negated) => text.Constant(context) is { } word
        ? new ListHas(attribute.Column, new(attribute.Column.Words, [word]), wanted: isNot == negated) : Never.Condition;

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
