using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>name contains "soap"</c>.</summary>
sealed class TextContains(Place place, TextAttribute attribute, TextOperand part, bool isNot) : Node(place)
{
    public override int AnchorPosition => part.AnchorPosition;

    public override Condition Bind(FilterContext context, bool negated) =>
        part.Constant(context) is { } text ? new TextHas(attribute, text, wanted: isNot == negated) : Never.Condition;

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
