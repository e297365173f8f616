using System.Globalization;
using DuckDB.NET.Data;

namespace Recommender.Tests.Storage.Postgres;

/// <summary>A folder with the four tables of a snapshot, written by DuckDB as imports write them.</summary>
sealed class SnapshotFolder : IDisposable
{
    public const string NoReturns = "SELECT *, 'returns' AS fate FROM purchases WHERE false";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recommender-snapshot-");

    public string Path => _folder.FullName;

    /// <summary>Purchases as VALUES rows (order, customer, item, quantity, amount, at); items and customers follow from them.</summary>
    public static SnapshotFolder Of(string purchases, string customers = "SELECT DISTINCT customer_id FROM purchases WHERE customer_id IS NOT NULL", string returns = NoReturns) =>
        FromQuery($"SELECT * FROM (VALUES {purchases}) AS lines(order_id, customer_id, item_id, quantity, amount, purchased_at)", customers, returns);

    public static SnapshotFolder OfLines(int lines) => FromQuery(
        string.Create(CultureInfo.InvariantCulture, $"""
        SELECT 'order ' || (n // 4) AS order_id, 'customer ' || (n // 4 % 20000) AS customer_id, 'item ' || (n % 4999) AS item_id, 1 + n % 7 AS quantity,
               (n % 10000) / 100 AS amount, TIMESTAMP '2024-01-01' + to_seconds(n * 60) AS purchased_at FROM range({lines}) AS r(n)
        """),
        "SELECT DISTINCT customer_id FROM purchases", NoReturns);

    static SnapshotFolder FromQuery(string lines, string customers, string returns)
    {
        var snapshot = new SnapshotFolder();
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        Run(duck,
            $"""
            CREATE TABLE purchases AS
            SELECT order_id::VARCHAR AS order_id, customer_id::VARCHAR AS customer_id, item_id::VARCHAR AS item_id, quantity::DECIMAL(18,6) AS quantity,
                   amount::DECIMAL(18,6) AS amount, purchased_at::TIMESTAMP AS purchased_at, NULL::VARCHAR AS site_id, 'DE' AS region, NULL::VARCHAR AS channel,
                   'EUR' AS currency, NULL::DOUBLE AS rating FROM ({lines})
            """);
        Run(duck, $"CREATE TABLE returns AS {returns}");
        Run(duck,
            """
            CREATE TABLE items AS
            SELECT DISTINCT item_id, 'Name of ' || item_id AS name, NULL::VARCHAR AS category, NULL::VARCHAR AS family, NULL::VARCHAR AS brand, NULL::VARCHAR AS variant_of,
                   1.5::DECIMAL(18,6) AS price, NULL::DECIMAL(18,6) AS cost, NULL::DECIMAL(18,6) AS stock, TIMESTAMP '2020-02-29 12:00:00' AS launched_at,
                   NULL::TIMESTAMP AS discontinued_at, true AS strategic FROM purchases
            """);
        Run(duck,
            $"""
            CREATE TABLE customers AS
            SELECT customer_id, NULL::VARCHAR AS name, 'consumer' AS kind, NULL::VARCHAR AS parent_account, NULL::VARCHAR AS region, NULL::TIMESTAMP AS signed_up_at,
                   COLUMNS(c -> c <> 'customer_id') FROM (SELECT *, true AS listed FROM ({customers}))
            """);
        Run(duck, "ALTER TABLE customers DROP COLUMN listed");

        // The folder's name is our own and has no quote.
        foreach (var table in new[] { "purchases", "returns", "items", "customers" })
            Run(duck, $"COPY (SELECT * FROM {table} ORDER BY ALL) TO '{System.IO.Path.Combine(snapshot.Path, table)}.parquet' (FORMAT PARQUET, COMPRESSION ZSTD)");
        return snapshot;
    }

    static void Run(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
