using System.Security.Cryptography;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

/// <summary>File names are parameters everywhere but in ATTACH, and a written file hangs on its rows alone.</summary>
public sealed class PathParameterTests : DuckDBTest
{
    [Fact]
    public void Files_are_written_and_read_through_parameters()
    {
        var (parquet, csv) = (File("it's \"odd\".parquet"), File("it's $odd.csv"));
        Run("COPY (SELECT $x AS x) TO $path (FORMAT parquet)", new("x", 42), new("path", parquet));
        Run("COPY (SELECT 'a;b' AS x) TO $path (FORMAT csv, DELIMITER ';')", new DuckDBParameter("path", csv));

        Assert.Equal(42, Scalar("SELECT x FROM read_parquet($path)", new DuckDBParameter("path", parquet)));
        Assert.Equal("a;b", Scalar("SELECT x FROM read_csv($path, delim = $delim, header = true)", new("path", csv), new("delim", ";")));
        Assert.Equal(42, Scalar("SELECT x FROM read_parquet($paths)", new DuckDBParameter("paths", new[] { parquet })));
        Run("CREATE TABLE t (x INT); COPY t FROM $path (FORMAT parquet)", new DuckDBParameter("path", parquet));
        Assert.Equal(42, Scalar("SELECT x FROM t"));
    }

    [Fact]
    public void A_variable_holds_the_path_too()
    {
        Run("SET VARIABLE target = $path", new DuckDBParameter("path", File("v.parquet")));
        Run("COPY (SELECT 7 AS x) TO (getvariable('target')) (FORMAT parquet)");

        Assert.Equal(7, Scalar("SELECT x FROM read_parquet(getvariable('target'))"));
    }

    [Fact]
    public void Attach_takes_a_quoted_literal()
    {
        Assert.Throws<DuckDBException>(() => Run("ATTACH $path AS other", new DuckDBParameter("path", File("o.duckdb"))));
        Run($"ATTACH {DuckDBText.Literal(File("it's other.duckdb"))} AS other; CREATE TABLE other.t AS SELECT 1 AS x");

        Assert.True(System.IO.File.Exists(File("it's other.duckdb")));
    }

    [Fact]
    public void A_sorted_parquet_file_is_the_same_bytes_on_any_threads_and_when_the_sort_spills()
    {
        var one = Written("one", "threads=1", "i");
        var two = Written("two", "threads=2", "hash(i)");
        var spilled = Written("spilled", $"threads=2;memory_limit=80MB;temp_directory={File("spill")}", "-i");

        Assert.Equal(one, two);
        Assert.Equal(one, spilled);
    }

    string Written(string name, string settings, string order)
    {
        using var connection = Open($"Data Source={File(name + ".duckdb")};{settings}");
        Run(connection, $"""
            CREATE TABLE t AS
            SELECT 'order ' || i * 7919 % 150000 AS order_id, CASE WHEN i % 10 < 8 THEN 'customer number ' || hash(i) % 50000 END AS customer_id,
                   (hash(i * 5) % 10 + 1)::DECIMAL(18,6) AS quantity, CASE WHEN i % 100 > 0 THEN (hash(i * 7) % 100000 / 100.0)::DECIMAL(18,6) END AS amount,
                   TIMESTAMP '2024-01-01' + hash(i * 11) % 60000000 * INTERVAL 1 SECOND AS purchased_at
            FROM range(600000) r(i) ORDER BY {order}
            """);
        Run(connection, "COPY (SELECT * FROM t ORDER BY ALL) TO $path (FORMAT parquet, COMPRESSION zstd)", new DuckDBParameter("path", File(name + ".parquet")));
        Assert.Equal(settings.Contains("memory_limit"), Directory.Exists(File("spill")));   // closing removes it
        return Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(File(name + ".parquet"))));
    }
}
