using DuckDB.NET.Data;
using Recommender.Storage.Profiles;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Imports;

/// <summary>Counts the source exactly as it was read.</summary>
sealed class SourceScan(Workshop workshop, ImportSession session)
{
    public SourceProfile Run(CancellationToken cancellationToken)
    {
        var main = session.Lines.Main;
        var counts = string.Join(", ", main.Columns.Select(DuckDBText.Identifier).Select(column =>
            $"count(*) FILTER (present({column}) IS NULL), count(DISTINCT {column}) FILTER (present({column}) IS NOT NULL)"));
        var figures = workshop.Row($"SELECT {counts} FROM {main.Sql}",
            reader => Enumerable.Range(0, 2 * main.Columns.Count).Select(reader.GetInt64).ToArray(), cancellationToken);
        var columns = main.Columns.Select((column, i) => new SourceColumn(column, Canonical(column), figures[2 * i], figures[(2 * i) + 1])).ToArray();
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

    static long? DistinctOf(string canonical, IEnumerable<SourceColumn> columns) => columns.FirstOrDefault(column => column.Canonical == canonical)?.Distinct;

    string? Canonical(string column) => session.Mapping.Purchases.Columns
        .Where(mapped => mapped.Value is ColumnSource.FirstOf source && source.Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        .Select(mapped => mapped.Key).FirstOrDefault();
}
