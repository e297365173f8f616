using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Conditions;

namespace Recommender.Engine.Filters.Syntax;

/// <summary>As in <c>price &lt; 50</c>, <c>price &lt;= 120% of anchor</c>, <c>price &gt; cost</c>.</summary>
sealed class NumberComparison(Place place, NumberAttribute attribute, Comparison comparison, NumberOperand operand) : Node(place)
{
    public override int AnchorPosition => operand.AnchorPosition;

    public override Condition Bind(FilterContext context, bool negated)
    {
        var asked = negated ? Negated(comparison) : comparison;
        if (operand is { IsOfItem: true, Attribute: { } other }) return new NumberAgainst(attribute, other, context, asked);

        var number = operand.Constant(context);
        return double.IsNaN(number) ? Never.Condition : asked switch
        {
            Comparison.Equal => new NumberWithin(attribute, context, number, number),
            Comparison.NotEqual => new NumberOutside(attribute, context, number, number),
            Comparison.Less => new NumberWithin(attribute, context, double.NegativeInfinity, double.BitDecrement(number)),
            Comparison.AtMost => new NumberWithin(attribute, context, double.NegativeInfinity, number),
            Comparison.Greater => new NumberWithin(attribute, context, double.BitIncrement(number), double.PositiveInfinity),
            _ => new NumberWithin(attribute, context, number, double.PositiveInfinity),
        };
    }

    public override IEnumerable<ItemAttribute> Attributes() => operand is { IsOfItem: true, Attribute: { } other } ? [attribute, other] : [attribute];

    static Comparison Negated(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Less => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.Less,
        Comparison.Greater => Comparison.AtMost,
        _ => Comparison.Greater,
    };
}
