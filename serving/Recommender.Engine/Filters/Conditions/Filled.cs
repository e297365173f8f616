using Recommender.Engine.Filters.Attributes;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>Whether an item has an attribute, or has not.</summary>
sealed class Filled(ItemAttribute attribute, FilterContext context, bool wanted) : Condition
{
    public override bool Meets(int row) => attribute.Has(row, context) == wanted;
}
