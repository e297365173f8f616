using System.Data;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class ConnectionTests : DuckDBTest
{
    [Fact]
    public void Settings_of_the_connection_string_reach_DuckDB()
    {
        using var connection = Open($"Data Source=:memory:;memory_limit=256MiB;threads=1;temp_directory={File("spill")}");

        Assert.Equal("256.0 MiB", Scalar(connection, "SELECT current_setting('memory_limit')"));
        Assert.Equal("1", Scalar(connection, "SELECT current_setting('threads')::VARCHAR"));
        Assert.Equal(File("spill"), Scalar(connection, "SELECT current_setting('temp_directory')"));
    }

    [Fact]
    public void A_setting_that_DuckDB_does_not_know_is_named()
    {
        using var unknown = new DuckDBConnection("Data Source=:memory:;memory_limitt=1GB");
        using var wrong = new DuckDBConnection("Data Source=:memory:;threads=many");

        Assert.Contains("memory_limitt", Assert.ThrowsAny<Exception>(unknown.Open).Message);
        Assert.Contains("many", Assert.ThrowsAny<Exception>(wrong.Open).Message);
    }

    [Fact]
    public void Extensions_are_never_fetched()
    {
        Assert.Equal("false false", Scalar("""
            SELECT current_setting('autoinstall_known_extensions')::VARCHAR || ' ' || current_setting('autoload_known_extensions')::VARCHAR
            """));
        using var connection = new DuckDBConnection("Data Source=:memory:;autoload_known_extensions=true");
        Assert.Contains("always false", Assert.Throws<ArgumentException>(connection.Open).Message);
    }

    [Fact]
    public void A_session_is_in_UTC_wherever_it_runs()
    {
        Assert.Equal("UTC", Scalar("SELECT current_setting('TimeZone')"));
        using var duplicate = Connection.Duplicate();
        Assert.Equal("1970-01-01 00:00:00", Scalar(duplicate, "SELECT to_timestamp(0)::TIMESTAMP::VARCHAR"));

        using var other = Open("Data Source=:memory:;TimeZone=Europe/Berlin");
        Assert.Equal("1970-01-01 01:00:00", Scalar(other, "SELECT to_timestamp(0)::TIMESTAMP::VARCHAR"));
    }

    [Fact]
    public void A_file_opened_twice_is_one_database()
    {
        using var first = Open($"Data Source={File("shop.duckdb")}");
        using var second = Open($"Data Source={File("shop.duckdb")}");
        Run(first, "CREATE TABLE t AS SELECT 42 AS x");

        Assert.Equal(42, Scalar(second, "SELECT x FROM t"));
    }

    [Fact]
    public void A_closed_file_is_complete_and_free()
    {
        var file = File("shop.duckdb");
        using (var connection = Open($"Data Source={file}")) Run(connection, "CREATE TABLE t AS SELECT range AS x FROM range(100000)");
        System.IO.File.Move(file, File("moved.duckdb"));

        using var again = Open($"Data Source={File("moved.duckdb")};access_mode=READ_ONLY");

        Assert.Equal(100000L, Scalar(again, "SELECT count(*) FROM t"));
        Assert.False(System.IO.File.Exists(file + ".wal"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        System.IO.File.WriteAllText(File("notes.txt"), new string('x', 10000));

        Assert.Contains("notes.txt", Assert.Throws<DuckDBException>(() => Open($"Data Source={File("notes.txt")}")).Message);
    }

    [Fact]
    public async Task Two_connections_read_side_by_side_while_one_writes()
    {
        Run("CREATE TABLE t AS SELECT range AS x FROM range(1000000)");
        using var left = Connection.Duplicate();
        using var right = left.Duplicate();
        var sums = Task.WhenAll(new[] { left, right }.Select(connection => Task.Run(() => SumByChunks(connection), Token)));

        for (var i = 0; i < 20; i++) Run("INSERT INTO t VALUES (0)");

        Assert.All(await sums, sum => Assert.Equal(499999500000, sum));
    }

    static long SumByChunks(DuckDBConnection connection)
    {
        using var reader = Command(connection, "SELECT x FROM t").ExecuteReader(Token);
        var sum = 0L;
        while (reader.ReadChunk())
        {
            foreach (var x in reader.Column<long>(0)) sum += x;
        }
        return sum;
    }

    [Fact]
    public void A_second_query_under_an_open_reader_is_refused_rather_than_cutting_it_short()
    {
        using var reader = Command(Connection, "SELECT range FROM range(100000)").ExecuteReader(Token);
        Assert.True(reader.Read());

        Assert.Contains("Duplicate()", Assert.Throws<InvalidOperationException>(() => Scalar("SELECT 1")).Message);

        var rows = 1;
        while (reader.Read()) rows++;
        Assert.Equal(100000, rows);
        Assert.Equal(1, Scalar("SELECT 1"));   // read to the end, it no longer holds the connection
    }

    [Fact]
    public void A_reader_closed_half_way_leaves_no_transaction_behind()
    {
        Run("CREATE TABLE t AS SELECT range AS x FROM range(1000000)");
        using var duplicate = Connection.Duplicate();
        using (var reader = Command(Connection, "SELECT x FROM t").ExecuteReader(Token)) Assert.True(reader.Read());

        Run(duplicate, "DROP TABLE t");

        Assert.Equal(0L, Scalar("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    public void Duplicates_live_on_when_the_first_connection_is_gone()
    {
        var first = Open("Data Source=:memory:");
        Run(first, "CREATE TABLE t AS SELECT 1 AS x");
        using var second = first.Duplicate();
        first.Dispose();

        using var third = second.Duplicate();

        Assert.Equal(1, Scalar(third, "SELECT x FROM t"));
    }

    [Fact]
    public void Every_order_of_disposal_is_safe()
    {
        var connection = Open("Data Source=:memory:");
        var duplicate = connection.Duplicate();
        Run(connection, "CREATE TABLE t (x INT)");
        var writer = duplicate.CreateChunkWriter("t");
        writer.Value(0, 1);
        writer.EndRow();
        var command = Command(connection, "SELECT range FROM range(1000000)");
        var reader = command.ExecuteReader(Token);
        Assert.True(reader.Read());

        connection.Dispose();
        duplicate.Dispose();

        Assert.Equal(0, reader.GetInt64(0));   // the chunk in hand stays readable
        Assert.Throws<ObjectDisposedException>(() =>
        {
            while (reader.Read())
            {
            }
        });
        Assert.Throws<ObjectDisposedException>(writer.Complete);
        command.Dispose();
        writer.Dispose();
        reader.Dispose();
        reader.Dispose();
        connection.Dispose();
    }

    [Fact]
    public void After_disposal_everything_says_so()
    {
        var connection = Open("Data Source=:memory:");
        var command = Command(connection, "SELECT 1");
        connection.Dispose();

        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<ObjectDisposedException>(() => command.ExecuteScalar());
        Assert.Throws<ObjectDisposedException>(connection.Open);
        Assert.Throws<ObjectDisposedException>(connection.Duplicate);
        Assert.Throws<ObjectDisposedException>(connection.BeginTransaction);
        Assert.Throws<ObjectDisposedException>(() => connection.CreateAppender("t"));
        connection.Interrupt();
        connection.Close();
    }

    [Fact]
    public void A_closed_connection_can_be_opened_again()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        Assert.Contains("open it first", Assert.Throws<InvalidOperationException>(() => Scalar(connection, "SELECT 1")).Message);
        connection.Open();
        Assert.Throws<InvalidOperationException>(connection.Open);
        connection.Close();
        connection.Open();

        Assert.Equal(1, Scalar(connection, "SELECT 1"));
        Assert.StartsWith("v1.5", connection.ServerVersion);
    }

    [Fact]
    public void Leaked_objects_are_collected_without_harm()
    {
        for (var i = 0; i < 50; i++) Leak();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(1, Scalar("SELECT 1"));

        static void Leak()
        {
            var connection = Open("Data Source=:memory:");
            Run(connection, "CREATE TABLE t (x INT)");
            _ = Command(connection.Duplicate(), "SELECT range FROM range(100000)").ExecuteReader(Token).Read();
            var writer = connection.CreateChunkWriter("t");
            writer.Value(0, 1);
            writer.EndRow();
        }
    }
}
