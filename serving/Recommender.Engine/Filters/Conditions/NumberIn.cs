using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether a number is among others, or is known and is not.</summary>
sealed class NumberIn(NumberAttribute attribute, FilterContext context, double[] numbers, bool wanted) : Condition
{
    public override bool Meets(int row)
    {
        var number = attribute.Of(row, context);
        return !double.IsNaN(number) && numbers.AsSpan().Contains(number) == wanted;
    }
}
