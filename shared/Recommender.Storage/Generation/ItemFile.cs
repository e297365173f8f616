namespace Recommender.Storage.Generation;

/// <summary>The text of items.csv.</summary>
static class ItemFile
{
    public static void Write(IEnumerable<CatalogueItem> items, Calendar calendar, CsvBuffer to)
    {
        to.Line(
            "item_id", "name", "category", "family", "brand", "variant_of",
            "price", "cost", "stock", "launched_at", "discontinued_at", "strategic");
        foreach (var item in items)
        {
            to.Cell(item.Id).Comma().Cell(item.Name).Comma().Cell(item.Category).Comma();
            to.Cell(item.Family).Comma().Cell(item.Brand).Comma().Cell(item.VariantOf).Comma();
            to.Money(item.PriceCents).Comma().Money(item.CostCents).Comma().Number(item.Stock).Comma();
            to.Cell(calendar.Text(item.LaunchedDay)).Comma();
            to.Cell(item.DiscontinuedDay is { } day ? calendar.Text(day) : null).Comma();
            to.Cell(item.Strategic ? "true" : "false").EndLine();
        }
    }
}
