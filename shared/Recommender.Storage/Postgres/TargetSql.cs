namespace Recommender.Storage.Postgres;

/// <summary>The statements of a load, with every name quoted.</summary>
static class TargetSql
{
    public static string CreateStaging(TargetTable table) =>
        $"CREATE TEMPORARY TABLE {table.Staging} ({Definitions(table.Columns)})";

    public static string CopyIntoStaging(TargetTable table, IEnumerable<TargetColumn> columns) =>
        $"COPY {table.Staging} ({List(columns)}) FROM STDIN (FORMAT BINARY)";

    public static string Create(TargetTable table, string target) =>
        $"CREATE TABLE IF NOT EXISTS {target} ({Definitions(table.Columns)}, PRIMARY KEY ({List(table.Key)}))";

    public static string AddColumn(string target, TargetColumn column) =>
        $"ALTER TABLE {target} ADD COLUMN IF NOT EXISTS {column.Quoted} {column.Type.Sql}";

    /// <summary>
    /// Stores what is new or differs, and nothing else: a row that is already right is not touched, not even locked.
    /// A row that was updated carries the mark of the transaction that superseded its older self (xmax).
    /// </summary>
    public static string Store(TargetTable table, string target) =>
        $"""
        WITH stored AS (
            INSERT INTO {target} ({List(table.Columns)})
            SELECT {List(table.Columns)} FROM {table.Staging} AS fresh
            WHERE NOT EXISTS (
                SELECT FROM {target} AS held
                WHERE {Match(table)} AND ROW({List(table.Values, "held.")}) IS NOT DISTINCT FROM ROW({List(table.Values, "fresh.")}))
            ON CONFLICT ({List(table.Key)}) DO UPDATE
            SET {string.Join(", ", table.Values.Select(column => $"{column.Quoted} = excluded.{column.Quoted}"))}
            RETURNING xmax = 0 AS inserted)
        SELECT count(*) FILTER (WHERE inserted), count(*) FILTER (WHERE NOT inserted) FROM stored
        """;

    public static string Remove(TargetTable table, string target) =>
        $"DELETE FROM {target} AS held WHERE NOT EXISTS (SELECT FROM {table.Staging} AS fresh WHERE {Match(table)})";

    public static string CreateLoads(string loads) =>
        $"""
        CREATE TABLE IF NOT EXISTS {loads} (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            dataset text NOT NULL,
            snapshot text NOT NULL,
            loaded_at timestamptz NOT NULL,
            purchases bigint NOT NULL,
            returns bigint NOT NULL,
            items bigint NOT NULL,
            customers bigint NOT NULL,
            inserted bigint NOT NULL,
            updated bigint NOT NULL,
            deleted bigint NOT NULL,
            attributes text[] NOT NULL)
        """;

    public static string RecordLoad(string loads) =>
        $"""
        INSERT INTO {loads} (dataset, snapshot, loaded_at, purchases, returns, items, customers, inserted, updated, deleted, attributes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    static string Definitions(IEnumerable<TargetColumn> columns) =>
        string.Join(", ", columns.Select(column => $"{column.Quoted} {column.Type.Sql}"));

    static string List(IEnumerable<TargetColumn> columns, string prefix = "") =>
        string.Join(", ", columns.Select(column => prefix + column.Quoted));

    static string Match(TargetTable table) =>
        string.Join(" AND ", table.Key.Select(column => $"held.{column.Quoted} = fresh.{column.Quoted}"));
}
