using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Compares two numbers of the same item.</summary>
sealed class NumberAgainst(NumberAttribute attribute, NumberAttribute other, FilterContext context, Comparison comparison) : Condition
{
    public override bool Meets(int row)
    {
        var (left, right) = (attribute.Of(row, context), other.Of(row, context));
        return comparison switch
        {
            Comparison.Equal => left == right,
            Comparison.Less => left < right,
            Comparison.AtMost => left <= right,
            Comparison.Greater => left > right,
            Comparison.AtLeast => left >= right,
            _ => left < right || left > right,
        };
    }
}
