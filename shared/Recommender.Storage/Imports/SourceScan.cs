using DuckDB.NET.Data;
using Recommender.Storage.Profiles;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Raw;

namespace Recommender.Storage.Imports;

/// <summary>Counts the source exactly as it was read. Distinct texts are counted where they say something: orders, customers, items.</summary>
sealed class SourceScan(Workshop workshop, ImportSession session)
{
    public SourceProfile Run(CancellationToken cancellationToken)
    {
        var main = session.Lines.Main;
        var counts = string.Join(", ", main.Columns.Select(column => $"{Blank(main, column)}, {Distinct(main, column)}"));
        var figures = workshop.Row($"SELECT {counts} FROM {main.Sql}",
            reader => Enumerable.Range(0, 2 * main.Columns.Count).Select(reader.GetInt64).ToArray(), cancellationToken);
        var columns = main.Columns.Select((column, i) => new SourceColumn(column, Canonical(column), figures[2 * i], IsId(column) ? figures[(2 * i) + 1] : null)).ToArray();
        return new()
        {
            Rows = session.Read,
            Orders = DistinctOf("order_id", columns),
            Customers = DistinctOf("customer_id", columns),
            Items = DistinctOf("item_id", columns),
            Dates = session.Formats.DatesName,
            Numbers = session.Formats.NumbersName,
            Columns = columns,
        };
    }

    static string Blank(RawTable table, string column) => table.Plain.Contains(column)
        ? $"count(*) - count({DuckDBText.Identifier(column)})"
        : $"count(*) FILTER (present({DuckDBText.Identifier(column)}) IS NULL)";

    // "NULL" and its like are nobody, not a customer.
    string Distinct(RawTable table, string column) => !IsId(column) ? "CAST(0 AS BIGINT)"
        : table.Plain.Contains(column) ? $"count(DISTINCT {DuckDBText.Identifier(column)})"
        : $"count(DISTINCT {DuckDBText.Identifier(column)}) FILTER (present({DuckDBText.Identifier(column)}) IS NOT NULL)";

    bool IsId(string column) => Canonical(column) is "order_id" or "customer_id" or "item_id";

    static long? DistinctOf(string canonical, IEnumerable<SourceColumn> columns) => columns.FirstOrDefault(column => column.Canonical == canonical)?.Distinct;

    string? Canonical(string column) => session.Mapping.Purchases.Columns
        .Where(mapped => mapped.Value is ColumnSource.FirstOf source && source.Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        .Select(mapped => mapped.Key).FirstOrDefault();
}
