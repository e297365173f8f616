using DuckDB.NET.Data;

namespace Recommender.Storage;

/// <summary>One query, one list of rows.</summary>
static class DuckDBQueries
{
    public static List<T> Query<T>(
        this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellationToken,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader(cancellationToken);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public static void Run(
        this DuckDBConnection connection, string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        command.ExecuteNonQuery(cancellationToken);
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public static object? Value(
        this DuckDBConnection connection, string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar(cancellationToken);
    }

    /// <summary>A command with its parameters, for results that are read row by row.</summary>
    public static DuckDBCommand Command(this DuckDBConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.Add(new DuckDBParameter(name, value));
        return command;
    }
}
