using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class CommandTests : DuckDBTest
{
    [Theory]
    [InlineData("SELEC 1", DuckDBErrorType.Parser, "SELEC")]
    [InlineData("SELECT nowhere FROM range(1)", DuckDBErrorType.Binder, "nowhere")]
    [InlineData("SELECT * FROM nowhere", DuckDBErrorType.Catalog, "nowhere")]
    [InlineData("SELECT 'x'::INT", DuckDBErrorType.Conversion, "'x'")]
    [InlineData("SELECT range::TINYINT FROM range(1000)", DuckDBErrorType.Conversion, "INT8")]
    [InlineData("SELECT 1; SELECT 2; SELECT error('my words')", DuckDBErrorType.InvalidInput, "my words")]
    [InlineData("SELECT * FROM read_csv('no-such-file.csv')", DuckDBErrorType.IO, "no-such-file.csv")]
    public void An_error_has_DuckDBs_words_and_its_kind(string sql, DuckDBErrorType kind, string words)
    {
        var error = Assert.Throws<DuckDBException>(() => Run(sql));

        Assert.Equal(kind, error.ErrorType);
        Assert.Contains(words, error.Message);
        Assert.Equal(1, Scalar("SELECT 1"));
    }

    [Fact]
    public void An_error_in_the_middle_of_a_stream_is_no_end_of_it()
    {
        Run("SET threads = 1");   // with more, the thread that the error stops may speak first

        using var command = Command(Connection, "SELECT CASE WHEN range < 500000 THEN 1 ELSE error('half way') END FROM range(1000000)");
        using var reader = command.ExecuteReader(Token);

        var error = Assert.Throws<DuckDBException>(() =>
        {
            while (reader.Read())
            {
            }
        });

        Assert.Contains("half way", error.Message);
    }

    [Fact]
    public void Changed_rows_are_counted_over_all_statements()
    {
        Assert.Equal(-1, Run("CREATE TABLE t (x INT)"));
        Assert.Equal(7, Run("INSERT INTO t SELECT range FROM range(5); UPDATE t SET x = -x WHERE x > 3; DELETE FROM t WHERE x = 0"));
        Assert.Equal(0, Run("DELETE FROM t WHERE x = 100"));
        Assert.Equal(-1, Run("SELECT 1"));
        Assert.Equal(4, Run($"COPY t TO $path (FORMAT parquet)", new DuckDBParameter("path", File("t.parquet"))));
    }

    [Fact]
    public void A_scalar_is_the_first_cell_and_the_later_statements_run_too()
    {
        Assert.Equal(5, Scalar("CREATE TABLE t (x INT); SELECT 5; INSERT INTO t VALUES (1)"));
        Assert.Equal(1L, Scalar("SELECT count(*) FROM t"));
        Assert.Null(Scalar("SELECT x FROM t WHERE false"));
        Assert.Equal(DBNull.Value, Scalar("SELECT NULL"));
        Assert.Equal(7, Scalar("INSERT INTO t VALUES (7) RETURNING x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- nothing here")]
    public void A_command_without_a_statement_says_so(string sql) =>
        Assert.Contains("CommandText", Assert.Throws<InvalidOperationException>(() => Run(sql)).Message);

    [Fact]
    public void A_command_needs_a_connection()
    {
        using var command = new DuckDBCommand { CommandText = "SELECT 1" };

        Assert.Contains("set Connection", Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar()).Message);
    }

    [Fact]
    public async Task The_asynchronous_methods_do_the_same()
    {
        await using var command = Command(Connection, "SELECT i FROM range(3) r(i)");

        Assert.Equal(0L, await command.ExecuteScalarAsync(Token));
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = 0;
        while (await reader.ReadAsync(Token)) rows++;
        Assert.Equal(3, rows);
        Assert.False(await reader.NextResultAsync(Token));
        command.CommandText = "SELEC";
        await reader.DisposeAsync();
        await Assert.ThrowsAsync<DuckDBException>(() => command.ExecuteNonQueryAsync(Token));
    }

    [Fact]
    public void A_stream_keeps_memory_flat()
    {
        using var connection = Open("Data Source=:memory:;memory_limit=64MB;threads=2");
        using var watcher = connection.Duplicate();
        using var command = Command(connection, "SELECT i, 'a text that is longer than twelve bytes ' || i AS t FROM range(20000000) r(i)");
        using var reader = command.ExecuteReader(Token);
        var (rows, most) = (0L, 0L);

        for (var chunk = 0; reader.ReadChunk(); chunk++)
        {
            rows += reader.ChunkRows;
            if (chunk % 1000 == 0) most = Math.Max(most, Convert.ToInt64(Scalar(watcher, "SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()")));
        }

        Assert.Equal(20_000_000, rows);
        Assert.InRange(most, 0, 32_000_000);   // whole, the result is over a gigabyte
    }

    [Fact]
    public void A_result_may_be_made_whole_before_reading()
    {
        using var command = Command(Connection, "SELECT i FROM range(10000) r(i)");
        command.UseStreamingMode = false;
        using var reader = command.ExecuteReader(Token);

        var rows = 0;
        while (reader.Read()) rows++;
        Assert.Equal(10000, rows);
    }
}
