using System.Text;
using DuckDB.NET.Data;
using Xunit;

namespace Recommender.Tests.Storage.DuckDb;

/// <summary>The bulk path gives what the rows give.</summary>
public sealed class ChunkReadingTests : DuckDBTest
{
    const string Mixed = """
        SELECT i::INTEGER AS i, i * 1000000007 AS l, i / 7.0::DOUBLE AS d, (i / 7.0)::FLOAT AS f, i % 3 = 0 AS b,
               CASE WHEN i % 5 > 0 THEN 'text ' || repeat('é', (i % 11)::INT) END AS t, (i / 100.0)::DECIMAL(18,6) AS m,
               i::DECIMAL(38,2) AS w, i::DECIMAL(4,0) % 100 AS s, TIMESTAMP '2024-01-01' + i * INTERVAL 1 SECOND AS moment
        FROM range(10000) r(i)
        """;

    [Fact]
    public void Chunks_and_rows_agree()
    {
        using var duplicate = Connection.Duplicate();
        using var rows = Command(Connection, Mixed).ExecuteReader(Token);
        using var chunks = Command(duplicate, Mixed).ExecuteReader(Token);
        var count = 0;

        while (chunks.ReadChunk())
        {
            for (var row = 0; row < chunks.ChunkRows; row++, count++)
            {
                Assert.True(rows.Read());
                AssertSame(rows, chunks, row);
            }
        }

        Assert.Equal(10000, count);
        Assert.False(rows.Read());
    }

    static void AssertSame(DuckDBDataReader rows, DuckDBDataReader chunks, int row)
    {
        Assert.Equal(rows.GetInt32(0), chunks.Column<int>(0)[row]);
        Assert.Equal(rows.GetInt64(1), chunks.Column<long>(1)[row]);
        Assert.Equal(rows.GetDouble(2), chunks.Column<double>(2)[row]);
        Assert.Equal(rows.GetFloat(3), chunks.Column<float>(3)[row]);
        Assert.Equal(rows.GetBoolean(4), chunks.Column<bool>(4)[row]);
        Assert.Equal(rows.IsDBNull(5), chunks.IsNull(5, row));
        Assert.Equal(rows.IsDBNull(5) ? "" : rows.GetString(5), Encoding.UTF8.GetString(chunks.Utf8(5, row)));
        Assert.Equal(rows.GetDecimal(6), (decimal)chunks.Column<long>(6)[row] / 1000000);
        Assert.Equal(rows.GetDecimal(7), (decimal)chunks.Column<Int128>(7)[row] / 100);
        Assert.Equal(rows.GetDateTime(9), DateTime.UnixEpoch.AddMicroseconds(chunks.Column<long>(9)[row]));
    }

    [Fact]
    public void Nulls_are_known_by_the_column()
    {
        using var reader = Command(Connection, "SELECT 1 AS a, NULL::INT AS b").ExecuteReader(Token);

        Assert.True(reader.ReadChunk());
        Assert.False(reader.HasNulls(0));
        Assert.True(reader.HasNulls(1));
        Assert.Equal((false, true), (reader.IsNull(0, 0), reader.IsNull(1, 0)));
        Assert.False(reader.ReadChunk());
    }

    [Fact]
    public void The_wrong_element_type_is_an_error_that_says_the_right_one()
    {
        using var reader = Command(Connection, "SELECT 1.5::DECIMAL(18,6) AS price, 'x' AS name").ExecuteReader(Token);
        Assert.True(reader.ReadChunk());

        Assert.Matches("'price' is DECIMAL.18,6. .*ask for Int64", Assert.Throws<InvalidCastException>(() => reader.Column<decimal>(0).Length).Message);
        Assert.Matches("'name' is VARCHAR .*row by row", Assert.Throws<InvalidCastException>(() => reader.Column<int>(1).Length).Message);
        Assert.Equal(6, reader.Scale(0));
        Assert.Throws<InvalidCastException>(() => reader.Utf8(0, 0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.IsNull(0, 1));
    }

    [Fact]
    public void Before_the_first_chunk_and_after_the_last_there_is_nothing_to_read()
    {
        using var reader = Command(Connection, "SELECT 1 AS a").ExecuteReader(Token);

        Assert.Equal(0, reader.ChunkRows);
        Assert.Throws<InvalidOperationException>(() => reader.Column<int>(0).Length);
        Assert.True(reader.ReadChunk());
        Assert.Equal(1, reader.ChunkRows);
        Assert.False(reader.ReadChunk());
        Assert.Throws<InvalidOperationException>(() => reader.Column<int>(0).Length);
        reader.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => reader.Column<int>(0).Length);
        Assert.Throws<ObjectDisposedException>(() => reader.ReadChunk());
    }

    [Fact]
    public void Chunks_and_rows_may_take_turns()
    {
        using var reader = Command(Connection, "SELECT i FROM range(5000) r(i) ORDER BY i").ExecuteReader(Token);
        Assert.True(reader.Read());
        Assert.Equal(0, reader.GetInt64(0));

        Assert.True(reader.ReadChunk());
        var next = reader.Column<long>(0)[0];
        Assert.True(next > 0);
        Assert.True(reader.Read());
        Assert.Equal(next, reader.GetInt64(0));
    }

    [Fact]
    public void A_bulk_read_allocates_nothing_per_value()
    {
        using var reader = Command(Connection, "SELECT i, 'text number ' || i AS t FROM range(1000000) r(i)").ExecuteReader(Token);
        var (sum, bytes) = (0L, 0L);
        var before = GC.GetAllocatedBytesForCurrentThread();

        while (reader.ReadChunk())
        {
            foreach (var value in reader.Column<long>(0)) sum += value;
            for (var row = 0; row < reader.ChunkRows; row++) bytes += reader.Utf8(1, row).Length;
        }

        Assert.Equal((499999500000, 17888890), (sum, bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);   // less than a byte a value: handles of chunks
    }

    [Fact]
    public void A_row_read_boxes_nothing()
    {
        using var reader = Command(Connection, "SELECT i::INT AS i, i, i / 2.0::DOUBLE AS d, i::DECIMAL(18,6) AS m, TIMESTAMP '2024-01-01' AS t FROM range(200000) r(i)").ExecuteReader(Token);
        var sum = 0.0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        while (reader.Read())
        {
            sum += reader.GetInt32(0) + reader.GetInt64(1) + reader.GetDouble(2) + (double)reader.GetDecimal(3) + reader.GetDateTime(4).Day;
            sum += reader.GetFieldValue<int>(0) + reader.GetFieldValue<long>(1) + (double)reader.GetFieldValue<decimal>(3);
        }

        Assert.True(sum > 0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
