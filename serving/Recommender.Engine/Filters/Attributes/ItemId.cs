using Recommender.Engine.Assortments;

namespace Recommender.Engine.Filters.Attributes;

sealed class ItemId(Assortment assortment) : TextAttribute(AttributeName)
{
    public const string AttributeName = "item_id";

    public override StringComparer Comparer => StringComparer.Ordinal;

    public override string? Of(int row) => assortment.IdOf(row);
}
