using System.Data.Common;

namespace DuckDB.NET.Data;

/// <summary>
/// <c>Data Source=shop.duckdb;memory_limit=1GB;threads=2;temp_directory=spill</c>: the file, and any of DuckDB's settings by its own name.
/// </summary>
public sealed class DuckDBConnectionStringBuilder : DbConnectionStringBuilder
{
    const string DataSourceKey = "Data Source";
    const string TimeZoneKey = "TimeZone";

    public const string InMemoryDataSource = ":memory:";

    public const string InMemoryConnectionString = "Data Source=:memory:";

    /// <summary>The database file, or <c>:memory:</c>, which is also what no name means.</summary>
    public string DataSource
    {
        get => TryGetValue(DataSourceKey, out var value) || TryGetValue("DataSource", out value) ? value.ToString()! : InMemoryDataSource;
        set => this[DataSourceKey] = value;
    }

    /// <summary>The zone in which zoned moments become dates and texts; UTC unless set, never the machine's.</summary>
    public string TimeZone
    {
        get => TryGetValue(TimeZoneKey, out var value) ? value.ToString()! : "UTC";
        set => this[TimeZoneKey] = value;
    }

    /// <summary>DuckDB's settings that the database is opened with, without the data source.</summary>
    internal IEnumerable<(string Name, string Value)> Settings() =>
        from string key in Keys
        where !IsDataSource(key) && !key.Equals(TimeZoneKey, StringComparison.OrdinalIgnoreCase)
        select (key, this[key].ToString()!);

    static bool IsDataSource(string key) =>
        key.Equals(DataSourceKey, StringComparison.OrdinalIgnoreCase) || key.Equals("DataSource", StringComparison.OrdinalIgnoreCase);
}
