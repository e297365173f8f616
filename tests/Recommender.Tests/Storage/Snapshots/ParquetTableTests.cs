using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Snapshots;
using Xunit;

namespace Recommender.Tests.Storage.Snapshots;

public sealed class ParquetTableTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_rows_give_the_same_bytes_in_any_order_on_one_thread_or_three()
    {
        var one = Write("a.parquet", threads: 1, "SELECT range AS id, 'text ' || (range % 1000) AS text, range::DECIMAL(18,6) / 7 AS amount FROM range(300000)");
        var three = Write(
            "b.parquet", threads: 3,
            "SELECT range AS id, 'text ' || (range % 1000) AS text, range::DECIMAL(18,6) / 7 AS amount FROM range(300000) ORDER BY hash(range)");

        Assert.Equal(one, three);
    }

    [Fact]
    public void Rows_and_columns_are_told_and_values_are_parameters()
    {
        using var connection = Open(threads: 2);

        var rows = ParquetTable.Write(
            connection, "SELECT range AS id, $name AS name FROM range(10) WHERE NOT list_contains($left, range)", _folder.File("it's.parquet"),
            TestContext.Current.CancellationToken, ("name", "O'Hara"), ("left", new long[] { 1, 2 }));

        Assert.Equal(8, rows);
        Assert.Equal(["id", "name"], ParquetTable.Columns(connection, _folder.File("it's.parquet"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_full_disk_is_named_with_the_cure()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("/dev/full is missing: it stands in for a full disk.");
        using var connection = Open(threads: 1);

        var failure = Assert.ThrowsAny<UserErrorException>(
            () => ParquetTable.Write(connection, "FROM range(10)", "/dev/full", TestContext.Current.CancellationToken));

        Assert.Contains("No space left in /dev", failure.Message);
    }

    byte[] Write(string name, int threads, string query)
    {
        using var connection = Open(threads);
        ParquetTable.Write(connection, query, _folder.File(name), TestContext.Current.CancellationToken);
        return File.ReadAllBytes(_folder.File(name));
    }

    static DuckDBConnection Open(int threads)
    {
        var connection = new DuckDBConnection($"Data Source=:memory:;threads={threads}");
        connection.Open();
        return connection;
    }
}
