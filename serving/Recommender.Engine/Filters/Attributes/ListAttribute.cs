using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

sealed class ListAttribute(ListColumn column) : ItemAttribute(column.Name)
{
    public ListColumn Column => column;

    public override bool Has(int row, FilterContext context) => column.Has(row);

    public override string? Show(int row, FilterContext context) => column.Get(row)?.ToString();
}
