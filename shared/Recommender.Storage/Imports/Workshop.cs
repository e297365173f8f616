using DuckDB.NET.Data;

namespace Recommender.Storage.Imports;

/// <summary>The scratch database of one import: in a hidden folder, bounded in memory, spilling to disk, gone when disposed.</summary>
sealed class Workshop : IDisposable
{
    readonly string _folder;

    public Workshop(string folder, Resources resources)
    {
        _folder = Path.Combine(folder, ".workshop");
        Directory.CreateDirectory(_folder);
        var settings = new DuckDBConnectionStringBuilder
        {
            ["Data Source"] = Path.Combine(_folder, "import.duckdb"),
            ["memory_limit"] = resources.Memory,
            ["threads"] = $"{resources.Threads}",
            ["temp_directory"] = Path.Combine(_folder, "spill"),
            ["preserve_insertion_order"] = "true",
        };
        Connection = new(settings.ConnectionString);
        Connection.Open();
        Run("SET TimeZone = 'UTC'", default);
        Run(SqlScript.Of<Workshop>("workshop"), default);
        Run(SqlScript.Of<Sources.Formats.DateStyle>("formats"), default);
    }

    public DuckDBConnection Connection { get; }

    /// <summary>Runs one or several statements.</summary>
    public void Run(string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Connection.Run(sql, cancellationToken, parameters);

    /// <summary>All rows that a query gives.</summary>
    public List<T> Rows<T>(string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Connection.Query(sql, read, cancellationToken, parameters);

    /// <summary>The one row that a query gives.</summary>
    public T Row<T>(string sql, Func<DuckDBDataReader, T> read, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Connection.Query(sql, read, cancellationToken, parameters)[0];

    public long Count(string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Row(sql, reader => reader.GetInt64(0), cancellationToken, parameters);

    public void Dispose()
    {
        Connection.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
