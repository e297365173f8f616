using Recommender.Core;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Imports;

/// <summary>The view <c>line_texts</c>: each row of the source once, canonical columns as text.</summary>
sealed class LineTexts(Workshop workshop, MappedTable lines)
{
    public void Create(TableMapping mapping, TimeProvider clock, CancellationToken cancellationToken)
    {
        MustHaveWhatALineNeeds();
        var columns = CanonicalColumns.Purchases.Keys.Where(column => column is not ("order_id" or "quantity"))
            .Select(column => $"{lines.Sql(column)} AS {column}");
        workshop.Run(
            $"""
             CREATE VIEW line_texts AS
             SELECT t0."#line" AS line, t0."#file" AS file, {OrderId()} AS order_id, {(lines.Has("quantity") ? lines.Sql("quantity") : "'1'")} AS quantity,
                    {string.Join(", ", columns)}
             FROM {lines.From}
             WHERE {lines.Where};

             CREATE MACRO is_cancelled(t) AS {Cancelled(mapping)};
             SET VARIABLE has_amount = {Flag(lines.Has("amount") || lines.Has("unit_price"))};
             SET VARIABLE has_unit_price = {Flag(lines.Has("unit_price"))};
             SET VARIABLE has_dates = {Flag(lines.Has("purchased_at"))};
             SET VARIABLE has_rating = {Flag(lines.Has("rating"))};
             SET VARIABLE latest = CAST($latest AS TIMESTAMP);
             """,
            cancellationToken, ("latest", clock.GetUtcNow().UtcDateTime.Date.AddDays(2)));
    }

    // Without order numbers, what one customer takes on one day is one order.
    string OrderId()
    {
        if (lines.Has("order_id")) return lines.Sql("order_id");

        return lines.Has("purchased_at")
            ? $"{lines.Sql("customer_id")} || '@' || coalesce(CAST(CAST(to_moment({lines.Sql("purchased_at")}) AS DATE) AS VARCHAR), '')"
            : lines.Sql("customer_id");
    }

    static string Cancelled(TableMapping mapping) => mapping.CancelledValues.Count == 0
        ? "t IS NOT NULL AND lower(t) NOT IN ('0', 'no', 'false', 'n')"
        : $"coalesce(lower(t) IN ({string.Join(", ", mapping.CancelledValues.Select(value => DuckDB.NET.Data.DuckDBText.Literal(value.ToLowerInvariant())))}), false)";

    void MustHaveWhatALineNeeds()
    {
        if (!lines.Has("item_id")) throw Missing("item_id", "the item bought", "StockCode, sku or product_id");
        if (!lines.Has("order_id") && !lines.Has("customer_id")) throw Missing("order_id", "the order", "Invoice, order_id or receipt_no");
        if (!lines.Has("purchased_at") && !lines.Has("rating")) throw Missing("purchased_at", "the moment of purchase", "InvoiceDate, order_date or timestamp");
    }

    UserErrorException Missing(string canonical, string meaning, string examples) => new(
        $"{lines.Main.Label} has no column for {meaning} ({canonical}): its columns are {string.Join(", ", lines.Main.Columns)}. "
        + $"Rename one (such as {examples}) or name it with --column {canonical}=<column>.");

    static string Flag(bool value) => value ? "true" : "false";
}
