using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

/// <summary>A database in memory, and a folder of its own for files; both are gone after the test.</summary>
public abstract class DuckDBTest : IDisposable
{
    protected DuckDBTest() => Connection = Open("Data Source=:memory:");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected DuckDBConnection Connection { get; }

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("duckdb-tests-");

    public void Dispose()
    {
        Connection.Dispose();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static DuckDBConnection Open(string connectionString)
    {
        var connection = new DuckDBConnection(connectionString);
        connection.Open();
        return connection;
    }

    protected string File(string name) => Path.Combine(Folder.FullName, name);

    protected int Run(string sql, params DuckDBParameter[] parameters) => Run(Connection, sql, parameters);

    protected static int Run(DuckDBConnection connection, string sql, params DuckDBParameter[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery(Token);
    }

    protected object? Scalar(string sql, params DuckDBParameter[] parameters) => Scalar(Connection, sql, parameters);

    protected static object? Scalar(DuckDBConnection connection, string sql, params DuckDBParameter[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar(Token);
    }

    protected static DuckDBCommand Command(DuckDBConnection connection, string sql, params DuckDBParameter[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        return command;
    }
}
