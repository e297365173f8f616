using System.Text.Json.Nodes;

namespace Recommender.Storage.Generation;

/// <summary>The part of truth.json that every demo shop has: options, counts, money and dirt.</summary>
static class TruthDocument
{
    public static JsonObject Describe(GenerateOptions options, IShop shop, ShopCounts counts) => new()
    {
        ["demo_shop"] = options.Shop,
        ["format"] = 1,
        ["options"] = Options(options),
        ["from"] = shop.Calendar.Text(0),
        ["to"] = shop.Calendar.Text(shop.Calendar.Days - 1),
        ["counts"] = Counts(shop, counts),
        ["money"] = Money(counts),
        ["dirt"] = Dirt(counts),
    };

    static JsonObject Options(GenerateOptions options) => new()
    {
        ["lines"] = options.Lines,
        ["seed"] = options.Seed,
        ["end"] = options.End.ToString("yyyy-MM-dd"),
        ["file_format"] = options.Format == ShopFormat.Csv ? "csv" : "csv.gz",
        ["dirt"] = options.Dirt,
        ["plant"] = options.Plant,
    };

    /// <summary>lines = sale_lines + duplicate_lines + postage_lines + return_lines.</summary>
    static JsonObject Counts(IShop shop, ShopCounts counts) => new()
    {
        ["lines"] = counts.Lines,
        ["sale_lines"] = counts.SaleLines,
        ["orders"] = counts.Orders,
        ["customers"] = counts.Customers,
        ["items"] = shop.Items.Count,
    };

    static JsonObject Money(ShopCounts counts) => new()
    {
        ["currency"] = "EUR",
        ["sales"] = Amount(counts.SaleCents),
        ["returns"] = Amount(counts.ReturnCents),
        ["postage"] = Amount(counts.PostageCents),
        ["duplicates"] = Amount(counts.DuplicateCents),
        ["bulk_within_sales"] = Amount(counts.BulkCents),
    };

    static JsonObject Dirt(ShopCounts counts) => new()
    {
        ["return_lines"] = counts.ReturnLines,
        ["credit_orders"] = counts.CreditOrders,
        ["matched_sale_lines"] = counts.ReturnLines,
        ["anonymous_orders"] = counts.AnonymousOrders,
        ["anonymous_lines"] = counts.AnonymousLines,
        ["postage_lines"] = counts.PostageLines,
        ["duplicate_lines"] = counts.DuplicateLines,
        ["bulk_lines"] = counts.BulkLines,
    };

    static decimal Amount(long cents) => new decimal(cents) / 100;
}
