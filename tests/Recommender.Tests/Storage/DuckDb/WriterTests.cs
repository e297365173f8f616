using System.Text;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

public sealed class WriterTests : DuckDBTest
{
    [Fact]
    public void A_million_rows_arrive_as_written()
    {
        Run("CREATE TABLE t (id BIGINT, short VARCHAR, long VARCHAR, price DECIMAL(18,6), moment TIMESTAMP, maybe INTEGER)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            Span<byte> text = stackalloc byte[32];
            for (var i = 0L; i < 1_000_000; i++)
            {
                writer.Value(0, i);
                i.TryFormat(text, out var length);
                writer.Text(1, text[..length]);
                "a longer text no. "u8.CopyTo(text);
                i.TryFormat(text[18..], out length);
                writer.Text(2, text[..(18 + length)]);
                writer.Value(3, i * 10_000);
                writer.Value(4, i * 1_000_000);
                if (i % 3 == 0) writer.Null(5);
                else writer.Value(5, (int)i);
                writer.EndRow();
            }
            writer.Complete();
        }

        Assert.Equal(1_000_000L, Scalar("""
            SELECT count(*) FROM t
            WHERE short = id::VARCHAR AND long = 'a longer text no. ' || id AND price = id::DECIMAL(18,6) / 100
              AND moment = to_timestamp(id)::TIMESTAMP AND maybe IS NOT DISTINCT FROM CASE WHEN id % 3 > 0 THEN id END
            """));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(100_000)]
    public void Text_of_any_length_is_whole_and_found_by_its_value(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));
        Run("CREATE TABLE t (x VARCHAR)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            foreach (var value in (string[])["an earlier text in the cell", text])
            {
                writer.Text(0, Encoding.UTF8.GetBytes(value));
                writer.EndRow();
            }
            writer.Complete();
        }

        Assert.Equal(1L, Scalar("SELECT count(*) FROM t WHERE x = $x", new DuckDBParameter("x", text)));
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 0xFF })]
    public void Text_that_is_not_UTF_8_is_refused_and_the_cell_can_be_written_again(byte[] bytes)
    {
        Run("CREATE TABLE t (x VARCHAR)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            Assert.Contains("not valid UTF-8", Assert.Throws<DuckDBException>(() => writer.Text(0, bytes)).Message);
            writer.Text(0, "fine"u8);
            writer.EndRow();
            writer.Complete();
        }

        Assert.Equal("fine", Scalar("SELECT x FROM t"));
    }

    [Fact]
    public void A_blob_takes_any_bytes()
    {
        Run("CREATE TABLE t (x BLOB)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            writer.Text(0, [0xFF, 0, 0xFE]);
            writer.EndRow();
            writer.Complete();
        }

        Assert.Equal(new byte[] { 0xFF, 0, 0xFE }, Scalar("SELECT x FROM t"));
    }

    [Fact]
    public void Nulls_of_one_chunk_do_not_reach_the_next()
    {
        Run("CREATE TABLE t (i INT, x INT, s VARCHAR)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            for (var i = 0; i < 5000; i++)
            {
                writer.Value(0, i);
                if (i is 2047 or 100) writer.Null(1);
                else writer.Value(1, -i);
                if (i < 2048) writer.Null(2);
                else writer.Text(2, "set"u8);
                writer.EndRow();
            }
            writer.Complete();
        }

        Assert.Equal("100,2047 2048", Scalar("SELECT string_agg(i, ',' ORDER BY i) FILTER (x IS NULL) || ' ' || count(*) FILTER (s IS NULL) FROM t"));
    }

    [Fact]
    public void A_row_sets_every_column_with_the_columns_own_type()
    {
        Run("CREATE TABLE t (a INT, b VARCHAR)");
        using var writer = Connection.CreateChunkWriter("t");

        Assert.Contains("takes Int32, not Int64", Assert.Throws<InvalidCastException>(() => writer.Value(0, 1L)).Message);
        Assert.Contains("takes text", Assert.Throws<InvalidCastException>(() => writer.Value(1, 1)).Message);
        Assert.Contains("use Value", Assert.Throws<InvalidCastException>(() => writer.Text(0, "1"u8)).Message);
        writer.Value(0, 1);
        Assert.Contains("Column 1", Assert.Throws<InvalidOperationException>(writer.EndRow).Message);
        Assert.Throws<IndexOutOfRangeException>(() => writer.Null(2));
    }

    [Fact]
    public void Without_Complete_what_is_not_flushed_is_dropped()
    {
        Run("CREATE TABLE t (a INT)");
        using (var writer = Connection.CreateChunkWriter("t"))
        {
            writer.Value(0, 1);
            writer.EndRow();
            writer.Flush();
            writer.Value(0, 2);
            writer.EndRow();
        }

        Assert.Equal("1", Scalar("SELECT string_agg(a, ',') FROM t"));
    }

    [Fact]
    public void A_rolled_back_transaction_takes_the_rows_along()
    {
        Run("CREATE TABLE t (a INT)");
        using (Connection.BeginTransaction())
        {
            using var writer = Connection.CreateChunkWriter("t");
            for (var i = 0; i < 500_000; i++)
            {
                writer.Value(0, i);
                writer.EndRow();
            }
            writer.Complete();
        }

        Assert.Equal(0L, Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_constraint_speaks_with_DuckDBs_words()
    {
        Run("CREATE TABLE t (a INT PRIMARY KEY)");
        using var writer = Connection.CreateChunkWriter("t");
        for (var i = 0; i < 2; i++)
        {
            writer.Value(0, 7);
            writer.EndRow();
        }

        Assert.Contains("PRIMARY KEY", Assert.Throws<DuckDBException>(writer.Complete).Message);
    }

    [Fact]
    public void A_table_that_does_not_exist_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<DuckDBException>(() => Connection.CreateChunkWriter("nowhere")).Message);

    [Fact]
    public void After_the_end_nothing_is_taken()
    {
        Run("CREATE TABLE t (a INT)");
        var writer = Connection.CreateChunkWriter("t");
        writer.Complete();

        Assert.Throws<ObjectDisposedException>(() => writer.Value(0, 1));
        Assert.Throws<ObjectDisposedException>(writer.Complete);
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Null(0));
        Assert.Throws<ObjectDisposedException>(writer.EndRow);
        writer.Dispose();
    }

    [Fact]
    public void Writing_does_not_allocate_per_cell()
    {
        Run("CREATE TABLE t (a INT, b VARCHAR)");
        using var writer = Connection.CreateChunkWriter("t");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 500_000; i++)
        {
            writer.Value(0, i);
            writer.Text(1, "some text that is longer"u8);
            writer.EndRow();
        }
        writer.Complete();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }
}
