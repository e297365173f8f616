using DuckDB.NET.Data;
using Recommender.Core.Store;

namespace Recommender.Storage.Snapshots;

/// <summary>A Parquet file of a snapshot: the same rows give the same bytes on any number of threads.</summary>
public static class ParquetTable
{
    // Row groups end at fixed counts.
    const string Settings = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)";

    /// <summary>
    /// Writes what <paramref name="query"/> gives ("FROM purchases", "SELECT ...") and returns the rows; a full disk is a
    /// <see cref="Recommender.Core.UserErrorException"/>. <paramref name="parameters"/> are those of the query, by name.
    /// </summary>
    public static long Write(
        DuckDBConnection connection, string query, string path, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return WriteFailure.Explain(folder, () =>
        {
            // Every column takes part in the order, so only equal rows may change places; what has a time is in time order.
            var order = Columns(connection, $"FROM ({query}) LIMIT 0", cancellationToken, parameters).Contains("purchased_at") ? "purchased_at, COLUMNS(*)" : "ALL";
            connection.Run($"COPY (SELECT * FROM ({query}) ORDER BY {order}) TO $path {Settings}", cancellationToken, [("path", path), .. parameters]);
            return Rows(connection, path, cancellationToken);
        });
    }

    /// <summary>The rows that a Parquet file says it holds.</summary>
    public static long Rows(DuckDBConnection connection, string path, CancellationToken cancellationToken) =>
        Convert.ToInt64(connection.Value("SELECT num_rows FROM parquet_file_metadata($path)", cancellationToken, ("path", path)));

    /// <summary>The names of its columns, in order.</summary>
    internal static IReadOnlyList<string> Columns(DuckDBConnection connection, string path, CancellationToken cancellationToken) =>
        Columns(connection, "FROM read_parquet($path) LIMIT 0", cancellationToken, ("path", path));

    static string[] Columns(DuckDBConnection connection, string query, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(query, parameters);
        using var reader = command.ExecuteReader(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
