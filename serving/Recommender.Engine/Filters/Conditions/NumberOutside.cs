using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>number &lt; low or number &gt; high; false for NaN.</summary>
sealed class NumberOutside(NumberAttribute attribute, FilterContext context, double low, double high) : Condition
{
    public override bool Meets(int row)
    {
        var number = attribute.Of(row, context);
        return number < low || number > high;
    }
}
