using DuckDB.NET.Data;
using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>A database in memory for work on a home's files; what does not fit the limit spills into a hidden folder of the home.</summary>
sealed class WorkDatabase : IDisposable
{
    readonly string _spill;

    public WorkDatabase(HomeFolder home, int? threads = null)
    {
        _spill = StagingName.Next(home.Path);
        var settings = new DuckDBConnectionStringBuilder
        {
            ["Data Source"] = ":memory:",
            ["memory_limit"] = "1GB",
            ["threads"] = $"{threads ?? Environment.ProcessorCount}",
            ["temp_directory"] = _spill,
        };
        Connection = new(settings.ConnectionString);
        Connection.Open();
    }

    public DuckDBConnection Connection { get; }

    public void Dispose()
    {
        Connection.Dispose();
        if (Directory.Exists(_spill)) Directory.Delete(_spill, recursive: true);
    }
}
