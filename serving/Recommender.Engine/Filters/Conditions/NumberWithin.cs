using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>low &lt;= number &lt;= high; false for NaN.</summary>
sealed class NumberWithin(NumberAttribute attribute, FilterContext context, double low, double high) : Condition
{
    public override bool Meets(int row)
    {
        var number = attribute.Of(row, context);
        return number >= low && number <= high;
    }
}
