using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>category = anchor.category</c>, or <c>brand != family</c> of the same item.</summary>
sealed class TextComparison(Place place, TextAttribute attribute, TextOperand operand, bool isNot) : Node(place)
{
    public override int AnchorPosition => operand.AnchorPosition;

    public override Condition Bind(FilterContext context, bool negated)
    {
        var wanted = isNot == negated;
        if (operand is { IsOfItem: true, Attribute: { } other }) return new TextAgainst(attribute, other, wanted);

        return operand.Constant(context) is { } text ? TextMembership.Among(attribute, [text], wanted) : Never.Condition;
    }

    public override IEnumerable<ItemAttribute> Attributes() => operand is { IsOfItem: true, Attribute: { } other } ? [attribute, other] : [attribute];
}
