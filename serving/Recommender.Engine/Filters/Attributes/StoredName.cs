using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

sealed class StoredName(NameColumn column) : TextAttribute(column.Name)
{
    public override string? Of(int row) => column.Of(row);
}
