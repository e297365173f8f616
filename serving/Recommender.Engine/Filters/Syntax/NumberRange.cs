using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>price between 10 and 20</c>, both ends included.</summary>
sealed class NumberRange(Place place, NumberAttribute attribute, NumberOperand low, NumberOperand high, bool isNot) : Node(place)
{
    public override int AnchorPosition => Math.Max(low.AnchorPosition, high.AnchorPosition);

    public override Condition Bind(FilterContext context, bool negated)
    {
        var (from, to) = (low.Constant(context), high.Constant(context));
        return double.IsNaN(from) || double.IsNaN(to) ? Never.Condition
            : isNot != negated ? new NumberOutside(attribute, context, from, to) : new NumberWithin(attribute, context, from, to);
    }

    public override IEnumerable<ItemAttribute> Attributes() => [attribute];
}
