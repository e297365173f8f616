using DuckDB.NET.Data;

namespace Recommender.Storage.Profiles;

/// <summary>Types, nulls, distinct values, extremes, quantiles and the most frequent values of one table's columns.</summary>
sealed class ColumnScan(DuckDBConnection connection, string table, string path)
{
    const int TopValues = 10;

    /// <summary>A value that fewer people share is not shown: it might point at one.</summary>
    const int LeastShared = 5;

    /// <summary>Columns of customers and rejects whose values are shown; all others of these tables could name a person.</summary>
    static readonly string[] Impersonal = ["kind", "region", "source", "column", "reason", "cure"];

    static readonly string[] Identifying = ["customer_id", "order_id", "parent_account"];

    public TableProfile Run(CancellationToken cancellationToken)
    {
        var columns = Query("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet($path))", reader => (reader.GetString(0), reader.GetString(1)), cancellationToken);
        var rows = Query("SELECT count(*) FROM read_parquet($path)", reader => reader.GetInt64(0), cancellationToken)[0];
        return new(rows, [.. columns.Select(column => Scan(column.Item1, column.Item2, cancellationToken))]);
    }

    ColumnProfile Scan(string name, string type, CancellationToken cancellationToken)
    {
        var column = DuckDBText.Identifier(name);
        var isText = type == "VARCHAR";
        var showsExtremes = IsShown(name) && (!isText || table is "items");
        var profile = Query(
            $"""
             SELECT count(*) - count({column}), count(DISTINCT {column}), CAST(min({column}) AS VARCHAR), CAST(max({column}) AS VARCHAR)
             FROM read_parquet($path)
             """,
            reader => new ColumnProfile
            {
                Name = name,
                Type = type,
                Nulls = reader.GetInt64(0),
                Distinct = reader.GetInt64(1),
                Min = showsExtremes && !reader.IsDBNull(2) ? ProfileBuilder.Plain(reader.GetString(2)) : null,
                Max = showsExtremes && !reader.IsDBNull(3) ? ProfileBuilder.Plain(reader.GetString(3)) : null,
            }, cancellationToken)[0];
        if (profile.Distinct == 0) return profile;
        return isText
            ? profile with { Top = Top(name, column, cancellationToken) }
            : IsShown(name) && type != "BOOLEAN" ? profile with { Quantiles = Quantiles(column, cancellationToken) } : profile;
    }

    List<ValueCount>? Top(string name, string column, CancellationToken cancellationToken)
    {
        if (Identifying.Contains(name) || (table is "rejects" && !Impersonal.Contains(name)) || (table is "customers" && name == "name")) return null;

        var least = table is "customers" ? LeastShared : 1;
        return Query(
            $"""
             SELECT {column}, count(*) FROM read_parquet($path) WHERE {column} IS NOT NULL
             GROUP BY 1 HAVING count(*) >= {least} ORDER BY 2 DESC, 1 LIMIT {TopValues}
             """,
            reader => new ValueCount(reader.GetString(0), reader.GetInt64(1)), cancellationToken);
    }

    List<string> Quantiles(string column, CancellationToken cancellationToken) =>
        Query(
            $"SELECT unnest(CAST(quantile_disc({column}, [0.05, 0.25, 0.5, 0.75, 0.95]) AS VARCHAR[])) FROM read_parquet($path)",
            reader => ProfileBuilder.Plain(reader.GetString(0))!, cancellationToken);

    bool IsShown(string name) =>
        !Identifying.Contains(name) && (table is not ("customers" or "rejects") || Impersonal.Contains(name) || name == "signed_up_at");

    List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellationToken) =>
        connection.Query(sql, read, cancellationToken, ("path", path));
}
