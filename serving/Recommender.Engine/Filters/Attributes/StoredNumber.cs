using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

sealed class StoredNumber(NumberColumn column) : NumberAttribute(column.Name)
{
    public override double Of(int row, FilterContext context) => column.Of(row);
}
