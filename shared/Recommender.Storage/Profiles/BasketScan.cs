using DuckDB.NET.Data;

namespace Recommender.Storage.Profiles;

/// <summary>Baskets, customers and months of a snapshot's purchases, at the level that the connection has defined (see LevelledPurchases).</summary>
sealed class BasketScan(DuckDBConnection connection, string folder)
{
    (string, object?)[] Files => [("purchases", Path.Combine(folder, "purchases.parquet")), ("items", Path.Combine(folder, "items.parquet"))];

    public BasketProfile Run(CancellationToken cancellationToken)
    {
        // What was in which basket, once: sizes and the items of most baskets are both counted from it.
        connection.Run(
            "CREATE OR REPLACE TEMP TABLE basket_items AS SELECT order_id, item_id, bool_and(customer_id IS NULL) AS anonymous FROM bought($purchases, $items) GROUP BY order_id, item_id",
            cancellationToken, Files);
        var totals = One(SqlScript.Of<BasketScan>("totals"), reader => new BasketProfile
        {
            Items = reader.GetInt64(0),
            Customers = reader.GetInt64(1),
            From = reader.IsDBNull(2) ? null : DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc),
            To = reader.IsDBNull(3) ? null : DateTime.SpecifyKind(reader.GetDateTime(3), DateTimeKind.Utc),
            Revenue = reader.IsDBNull(4) ? null : reader.GetDecimal(4),
            Pairs = reader.GetInt64(5),
            RepeatCustomers = reader.GetInt64(6),
        }, cancellationToken);
        var top = TopItems(cancellationToken);
        return connection.Query(SqlScript.Of<BasketScan>("sizes"), reader => totals with
        {
            Count = reader.GetInt64(0),
            Anonymous = reader.GetInt64(1),
            MedianSize = reader.IsDBNull(2) ? 0 : reader.GetInt64(2),
            LargeSize = reader.IsDBNull(3) ? 0 : reader.GetInt64(3),
            LargestSize = reader.IsDBNull(4) ? 0 : reader.GetInt64(4),
            Sizes = reader.IsDBNull(5) ? [] : [.. reader.GetFieldValue<string[]>(5).Select(size => new ValueCount(size.Split('=')[0], long.Parse(size.Split('=')[1])))],
            Density = totals.Pairs == 0 ? 0 : (double)totals.Pairs / ((double)totals.Customers * totals.Items),
            TopItems = top,
        }, cancellationToken)[0];
    }

    public IReadOnlyList<MonthProfile> Months(CancellationToken cancellationToken) => connection.Query(
        """
        SELECT strftime(purchased_at, '%Y-%m'), count(*), count(DISTINCT order_id), CAST(sum(amount) AS DECIMAL(38, 6))
        FROM bought($purchases, $items) WHERE purchased_at IS NOT NULL GROUP BY 1 ORDER BY 1
        """,
        reader => new MonthProfile(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : Money(reader.GetDecimal(3))),
        cancellationToken, Files);

    List<ValueCount> TopItems(CancellationToken cancellationToken) => connection.Query(
        """
        SELECT coalesce(t.name, b.item_id), b.baskets
        FROM (SELECT item_id, count(*) AS baskets FROM basket_items GROUP BY item_id ORDER BY 2 DESC, 1 LIMIT 10) b
        LEFT JOIN things($items) t ON t.id = b.item_id
        ORDER BY 2 DESC, b.item_id
        """,
        reader => new ValueCount(reader.GetString(0), reader.GetInt64(1)),
        cancellationToken, Files[1]);

    T One<T>(string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellationToken) =>
        connection.Query(sql, read, cancellationToken, Files)[0];

    // Trailing zeros of DECIMAL(38, 6) say nothing.
    static decimal Money(decimal value) => value / 1.000000000000000000000000000000m;
}
