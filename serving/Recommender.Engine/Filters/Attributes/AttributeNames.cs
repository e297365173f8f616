using Recommender.Engine.Assortments;
using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Attributes;

/// <summary>The attributes that filters over a shop's items may name.</summary>
static class AttributeNames
{
    // Known in every shop, though no item may have a value yet.
    static readonly string[] Everywhere =
        ["item_id", "name", "category", "family", "brand", "price", "cost", "margin", "stock", "age_days", "variant_of", "hidden", "discontinued"];

    /// <summary>The attribute of this name, or null when no item has it.</summary>
    public static ItemAttribute? Find(string name, Assortment assortment)
    {
        var columns = assortment.Columns;
        if (Is(name, ItemId.AttributeName)) return new ItemId(assortment);
        if (Is(name, Margin.AttributeName)) return new Margin(columns.Price, columns.Cost);
        if (Is(name, AgeDays.AttributeName)) return new AgeDays(columns.Launched);
        if (columns.Find(name) is not { } column || !(column.Present > 0 || Everywhere.Contains(column.Name))) return null;

        return column switch
        {
            NumberColumn numbers => new StoredNumber(numbers),
            TextColumn texts => new StoredText(texts),
            NameColumn names => new StoredName(names),
            FlagColumn flags => new FlagAttribute(flags),
            ListColumn lists => new ListAttribute(lists),
            _ => null,   // a point in time is asked as age_days
        };
    }

    /// <summary>All of them by name, those of every shop first.</summary>
    public static IEnumerable<string> All(Assortment assortment) =>
        Everywhere.Concat(assortment.Attributes.Except([.. Everywhere, assortment.Columns.Launched.Name], StringComparer.Ordinal));

    static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
