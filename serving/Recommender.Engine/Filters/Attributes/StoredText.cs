using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

sealed class StoredText(TextColumn column) : TextAttribute(column.Name)
{
    public TextColumn Column => column;

    public override string? Of(int row) => column.Of(row);
}
